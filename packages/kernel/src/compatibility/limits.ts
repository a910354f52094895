import type { Alternative } from './alternatives.ts';

type Limits = Readonly<Record<string, number>>;

/** Whether a limit of the receiver holds for all that is sent. Of what a schema does not say, nothing holds. */
const holds: Readonly<Record<string, (limit: number, sent: Limits) => boolean>> = {
  minimum: (n, sent) => sent.minimum! >= n || sent.exclusiveMinimum! >= n,
  maximum: (n, sent) => sent.maximum! <= n || sent.exclusiveMaximum! <= n,
  exclusiveMinimum: (n, sent) => sent.exclusiveMinimum! >= n || sent.minimum! > n,
  exclusiveMaximum: (n, sent) => sent.exclusiveMaximum! <= n || sent.maximum! < n,
  multipleOf: (n, sent) => Number.isInteger(sent.multipleOf! / n),
  minLength: (n, sent) => sent.minLength! >= n,
  maxLength: (n, sent) => sent.maxLength! <= n,
  pattern: (form, sent) => sent.pattern === form,
  format: (form, sent) => sent.format === form,
  minItems: (n, sent) => sent.minItems! >= n,
  maxItems: (n, sent) => sent.maxItems! <= n,
  uniqueItems: (unique, sent) => sent.uniqueItems === unique,
};
const ofShape = ['type', 'items', 'required', 'properties', 'patternProperties', 'additionalProperties'];

/** The first keyword of `taken` that may not hold for `sent`, in words. One that is not known here never holds. */
export function brokenLimit(sent: Alternative, taken: Alternative): string | undefined {
  const broken = Object.entries(taken).find(
    ([keyword, limit]) => !ofShape.includes(keyword) && !holds[keyword]?.(limit as number, sent as Limits),
  );
  if (broken === undefined) return undefined;
  return broken[0] in holds ? broken.join(' of ') : `${broken[0]}, which cannot be compared`;
}
