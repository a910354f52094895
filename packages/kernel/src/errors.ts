import type { Static } from 'typebox';
import type { Operation } from './contract.ts';

/** Told by their names: a plugin brings a copy of these classes, and what it throws means the same. */
const named = (name: string, value: unknown): boolean => value instanceof Error && value.name === name;

/**
 * An error its contract declares; the only kind an implementation throws on purpose. `details` fit the code's schema.
 */
export class Failure<Code extends string = string, Details = unknown> extends Error {
  override readonly name = 'Failure';
  static override [Symbol.hasInstance] = (value: unknown) => named('Failure', value);
  readonly code: Code;
  readonly details: Details;

  constructor(code: Code, details: Details, options?: ErrorOptions) {
    super(sentenceIn(details) ?? code, options);
    this.code = code;
    this.details = details;
  }
}

/** The failures one operation declares, as a union that its `code` tells apart. */
export type FailureOf<O extends Operation> = {
  [Code in keyof O['errors'] & string]: Failure<Code, Static<O['errors'][Code]>>;
}[keyof O['errors'] & string];

/** Whether an error met when calling `operation` through a client is one of its declared failures. */
export function isFailureOf<O extends Operation>(operation: O, error: unknown): error is FailureOf<O> {
  return error instanceof Failure && Object.hasOwn(operation.errors, error.code);
}

/** The caller's fault. `problems` say in words which parts are wrong, the first few of them. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  static override [Symbol.hasInstance] = (value: unknown) => named('InvalidInput', value);
  readonly problems: readonly string[];

  constructor(operationName: string, problems: readonly string[]) {
    super(`the input of ${operationName} is not valid: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

/** The provider's fault: what it returned does not fit its own contract. */
export class InvalidOutput extends Error {
  override readonly name = 'InvalidOutput';
  static override [Symbol.hasInstance] = (value: unknown) => named('InvalidOutput', value);
  readonly problems: readonly string[];

  constructor(operationName: string, problems: readonly string[]) {
    super(`the output of ${operationName} breaks its contract: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

/** The provider's fault: it threw what it never declared, kept as `cause`. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected';
  static override [Symbol.hasInstance] = (value: unknown) => named('Unexpected', value);

  constructor(operationName: string, cause: unknown) {
    super(`${operationName} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/**
 * Why a need cannot answer: `down` it is not there, `crashed` it went away while at work on this call, `exhausted`
 * this call took more memory than it may, `slow` the deadline passed, `overloaded` too much is asked of it,
 * `incompatible` it speaks another contract, `full` it has no room left to write, `broken` it answers what its
 * contract does not allow.
 */
export type UnavailableCause =
  | 'down'
  | 'crashed'
  | 'exhausted'
  | 'slow'
  | 'overloaded'
  | 'incompatible'
  | 'full'
  | 'broken';

/** What a need that cannot answer becomes for whoever asked it, in every shape. Any operation may reject with it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  static override [Symbol.hasInstance] = (value: unknown) => named('Unavailable', value);
  /** The name of the need: a module, or a part such as `storage`. */
  readonly need: string;
  override readonly cause: UnavailableCause;
  /** The error behind it, for a log. */
  readonly because: unknown;
  /** What users have to do without, in words for people; null where nobody said. */
  readonly feature: string | null;
  /** Seconds until asking again may help; null when nobody knows. */
  readonly retryAfter: number | null;

  constructor(
    need: string,
    cause: UnavailableCause,
    detail: string,
    {
      feature = null,
      retryAfter = null,
      because,
    }: { feature?: string | null; retryAfter?: number | null; because?: unknown } = {},
  ) {
    super(detail);
    this.because = because;
    this.need = need;
    this.cause = cause;
    this.feature = feature;
    this.retryAfter = retryAfter;
  }
}

/** What reaches a caller in place of `error`: that, where a caller has to expect it, else `Unexpected`. */
export function foreseen(operationName: string, error: unknown): unknown {
  const known = [Failure, InvalidInput, InvalidOutput, Unavailable, Unexpected];
  return known.some((kind) => error instanceof kind) ? error : new Unexpected(operationName, error);
}

function sentenceIn(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('detail' in details)) return null;
  return typeof details.detail === 'string' ? details.detail : null;
}
