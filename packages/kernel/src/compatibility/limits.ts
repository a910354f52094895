type Limits = Readonly<Record<string, number>>;
type Holds = (limit: number, sent: Limits & { readonly type?: unknown }) => boolean;

/** Whether a limit holds for all values of a schema; of what it does not say, nothing holds. */
const numbers: Readonly<Record<string, Holds>> = {
  minimum: (n, sent) =>
    sent.minimum! >= n || sent.exclusiveMinimum! >= (sent.type === 'integer' ? Math.ceil(n) - 1 : n),
  maximum: (n, sent) =>
    sent.maximum! <= n || sent.exclusiveMaximum! <= (sent.type === 'integer' ? Math.floor(n) + 1 : n),
  exclusiveMinimum: (n, sent) => sent.exclusiveMinimum! >= n || sent.minimum! > n,
  exclusiveMaximum: (n, sent) => sent.exclusiveMaximum! <= n || sent.maximum! < n,
  multipleOf: (n, sent) => Number.isInteger((sent.multipleOf ?? (sent.type === 'integer' ? 1 : NaN)) / n),
};
const byType: Readonly<Record<string, Readonly<Record<string, Holds>>>> = {
  number: numbers,
  integer: numbers,
  string: {
    minLength: (n, sent) => n === 0 || sent.minLength! >= n,
    maxLength: (n, sent) => sent.maxLength! <= n,
    pattern: (pattern, sent) => sent.pattern === pattern,
    format: (format, sent) => sent.format === format,
  },
  array: {
    minItems: (n, sent) => n === 0 || sent.minItems! >= n,
    maxItems: (n, sent) => sent.maxItems! <= n,
    uniqueItems: (unique, sent) => !unique || Boolean(sent.uniqueItems),
  },
};

export const limitKeywords = Object.values(byType).flatMap(Object.keys);

/** The first limit of `taken` that values of `sent`, of the same type, may break. */
export function brokenLimit(sent: object, taken: object & { readonly type?: string }): string | undefined {
  const held = Object.entries(byType[taken.type!] ?? {});
  return held.find(
    ([keyword, holds]) => keyword in taken && !holds((taken as Limits)[keyword]!, sent as Limits),
  )?.[0];
}
