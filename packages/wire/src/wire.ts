import {
  closed,
  Failure,
  InvalidInput,
  InvalidOutput,
  nullable,
  type Operation,
  Unavailable,
  Unexpected,
} from '@piaffe/kernel';
import { checkOf, declaredOr, problemsOf } from '@piaffe/kernel/shape';
import { type Static, type TProperties, Type } from 'typebox';

// A call is `POST /<module>/<operation>` with the input as JSON, and in headers the milliseconds left for it
// (`remaining-ms`), the trace (`traceparent`, `tracestate`), for whom it is (`principal`), and the digest of the
// contract that the caller knows the provider by (`if-match`): 412 says that it is another one by now, and nothing was
// done. The answer is lines of JSON: `started` once somebody works on it, `progress` as often as told, then one that
// ends it. `GET /contracts` shows what is provided, `GET /contracts/<module>` one contract, whole.

const line = <Kind extends string, T extends TProperties>(kind: Kind, properties: T) =>
  closed({ kind: Type.Literal(kind), ...properties });
const Problems = Type.Array(Type.String());

// What most are is checked first.
const Line = Type.Union([
  line('output', { output: Type.Optional(Type.Unknown()) }),
  line('started', {}),
  line('progress', { progress: Type.Object({ share: Type.Number(), step: Type.String() }) }),
  line('failure', { code: Type.String(), details: Type.Unknown() }),
  line('invalid-input', { problems: Problems }),
  line('invalid-output', { problems: Problems }),
  line('unexpected', { name: Type.String(), message: Type.String(), stack: nullable(Type.String()) }),
  line('unavailable', {
    need: Type.String(),
    cause: Type.Enum([
      'down',
      'crashed',
      'exhausted',
      'slow',
      'overloaded',
      'incompatible',
      'full',
      'broken',
    ]),
    detail: Type.String(),
    feature: nullable(Type.String()),
    retryAfter: nullable(Type.Number()),
  }),
]);
const isLine = checkOf(Line);
export type Line = Static<typeof Line>;
export type EndLine = Exclude<Line, { kind: 'started' | 'progress' }>;
export type ErrorLine = Exclude<EndLine, { kind: 'output' }>;

export function encodeLine(line: Line): Buffer {
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

/** Throws when the other side speaks another language. */
export function decodeLine(text: string): Line {
  const line: unknown = JSON.parse(text);
  if (isLine(line)) return line as Line;
  throw new TypeError(`a line of the answer is not valid: ${problemsOf(Line, line).join('; ')}`);
}

export function errorLine(error: unknown): ErrorLine {
  if (error instanceof Failure) return { kind: 'failure', code: error.code, details: error.details };
  if (error instanceof InvalidInput) return { kind: 'invalid-input', problems: [...error.problems] };
  if (error instanceof InvalidOutput) return { kind: 'invalid-output', problems: [...error.problems] };
  if (error instanceof Unavailable) {
    const { need, cause, message: detail, feature, retryAfter } = error;
    return { kind: 'unavailable', need, cause, detail, feature, retryAfter };
  }
  const thrown = error instanceof Unexpected ? error.cause : error;
  if (!(thrown instanceof Error))
    return { kind: 'unexpected', name: 'Error', message: String(thrown), stack: null };
  return { kind: 'unexpected', name: thrown.name, message: thrown.message, stack: thrown.stack ?? null };
}

/** The same error again, for the caller of `fullName`. */
export function errorOf(fullName: string, operation: Operation, line: ErrorLine): Error {
  switch (line.kind) {
    case 'failure':
      return declaredOr(fullName, operation, new Failure(line.code, line.details));
    case 'invalid-input':
      return new InvalidInput(fullName, line.problems);
    case 'invalid-output':
      return new InvalidOutput(fullName, line.problems);
    case 'unavailable':
      return new Unavailable(line.need, line.cause, line.detail, line);
    case 'unexpected': {
      const thrown = Object.assign(new Error(line.message), { name: line.name });
      if (line.stack !== null) thrown.stack = line.stack;
      return new Unexpected(fullName, thrown);
    }
  }
}
