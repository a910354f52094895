import type { Static } from 'typebox';
import type { Operation } from './contract.ts';

/** An error its contract declares; the only kind an implementation throws on purpose. `details` fit the code's schema. */
export class Failure<Code extends string = string, Details = unknown> extends Error {
  override readonly name = 'Failure';
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
  readonly problems: readonly string[];

  constructor(operationName: string, problems: readonly string[]) {
    super(`the input of ${operationName} is not valid: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

/** The provider's fault: what it returned does not fit its own contract. */
export class InvalidOutput extends Error {
  override readonly name = 'InvalidOutput';
  readonly problems: readonly string[];

  constructor(operationName: string, problems: readonly string[]) {
    super(`the output of ${operationName} breaks its contract: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

/** The provider's fault: it threw what it never declared, kept as `cause`. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected';

  constructor(operationName: string, cause: unknown) {
    super(`${operationName} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function sentenceIn(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('detail' in details)) return null;
  return typeof details.detail === 'string' ? details.detail : null;
}
