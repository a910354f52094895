import type { Static, TSchema } from 'typebox';
import type { Call } from './call.ts';

/**
 * One thing that can be asked of a module. `errors` are the declared failures: stable code to schema of the details.
 */
export interface Operation<
  In extends TSchema = TSchema,
  Out extends TSchema = TSchema,
  Errors extends Readonly<Record<string, TSchema>> = Readonly<Record<string, TSchema>>,
> {
  readonly summary: string;
  readonly input: In;
  readonly output: Out;
  readonly errors: Errors;
  /** Whether asking twice does no more than asking once. */
  readonly idempotent: boolean;
  /** What of an input only refers to data in a store. Those who do not reach the store get it handed over. */
  references?(input: Static<In>): readonly string[];
}

/** The operations of one module under a name (kebab-case) and a semantic version. */
export interface Contract<
  Operations extends Readonly<Record<string, Operation>> = Readonly<Record<string, Operation>>,
> {
  readonly name: string;
  readonly version: string;
  readonly operations: Operations;
}

type OperationName<C extends Contract> = keyof C['operations'] & string;

export type Input<C extends Contract, Name extends OperationName<C>> = Static<C['operations'][Name]['input']>;
export type Output<C extends Contract, Name extends OperationName<C>> = Static<
  C['operations'][Name]['output']
>;

/**
 * What a module's `create` returns: one plain function per operation, and, when it has work in the background, how to
 * end that.
 */
export type Implementation<C extends Contract> = {
  readonly [Name in OperationName<C>]: (input: Input<C, Name>, call: Call) => Promise<Output<C, Name>>;
} & Partial<AsyncDisposable>;

/** What callers hold: the same operations, checked, with whatever they leave out of the call filled in. */
export type Client<C extends Contract> = {
  readonly [Name in OperationName<C>]: (
    input: Input<C, Name>,
    call?: Partial<Call>,
  ) => Promise<Output<C, Name>>;
};

const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const camelCase = /^[a-z][a-zA-Z0-9]*$/;
const semanticVersion = /^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/;

/** Declares one operation. It exists for its types: each schema keeps its own. */
export function operation<
  In extends TSchema,
  Out extends TSchema,
  Errors extends Readonly<Record<string, TSchema>>,
>(definition: Operation<In, Out, Errors>): Operation<In, Out, Errors> {
  return Object.freeze({ ...definition, errors: Object.freeze({ ...definition.errors }) });
}

/** Declares a contract. Throws a TypeError when a name or the version is not well formed. */
export function defineContract<Operations extends Readonly<Record<string, Operation>>>(
  definition: Contract<Operations>,
): Contract<Operations> {
  const { name, version, operations } = definition;
  check(kebabCase, name, 'the name of a contract', 'kebab-case');
  check(semanticVersion, version, `the version of ${name}`, 'a semantic version such as 1.0.0');
  for (const [operationName, { errors }] of Object.entries(operations)) {
    check(camelCase, operationName, `an operation of ${name}`, 'camelCase');
    for (const code of Object.keys(errors)) {
      check(kebabCase, code, `an error code of ${name}.${operationName}`, 'kebab-case');
    }
  }
  return Object.freeze({ name, version, operations: Object.freeze({ ...operations }) });
}

function check(form: RegExp, text: string, what: string, expected: string): void {
  if (!form.test(text)) throw new TypeError(`${what} must be ${expected}, but is "${text}"`);
}
