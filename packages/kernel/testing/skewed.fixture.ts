import { type TObject, Type } from 'typebox';
import { type Contract, closed, defineContract, type Operation, operation } from '../src/index.ts';

/**
 * The same contract at another version, as if it had been deployed apart. `asProvider` is what consumers with the present
 * contract make of it, `asConsumer` what providers with the present one do to it; `mover` who has to move where it is refused.
 */
export interface Skewed {
  readonly name: string;
  readonly contract: Contract;
  readonly asProvider: 'fits' | 'refused';
  readonly asConsumer: 'fits' | 'refused';
  readonly mover: {
    readonly asProvider?: 'consumer' | 'provider';
    readonly asConsumer?: 'consumer' | 'provider';
  };
  /** What is asked under the present contract, as it is asked under this one. */
  ask(input: unknown): unknown;
  /** What is answered under the present contract, as it is answered under this one. */
  answer(output: unknown): unknown;
}

/** A key that no contract has. */
export const laterKey = 'ofALaterVersion';
const unchanged = (value: unknown) => value;

/** What may become of one operation of a contract, whose input and output are objects: seeded variants of both kinds. */
export function skewedVersions(contract: Contract, operationName: string): readonly Skewed[] {
  const present = contract.operations[operationName]!;
  const [major, minor] = contract.version.split('.').map(Number) as [number, number, number];
  const input = (present.input as TObject).properties;
  const output = (present.output as TObject).properties;
  const [firstAnswered] = Object.keys(output);
  const changed = (version: string, parts: Partial<Operation>) =>
    defineContract({
      name: contract.name,
      version,
      operations: { ...contract.operations, [operationName]: operation({ ...present, ...parts }) },
    });
  const next = `${major}.${minor + 1}.0`;
  const nextMajor = `${major + 1}.0.0`;
  const withLaterKey = (value: unknown) => ({ ...(value as object), [laterKey]: 1 });
  return [
    {
      name: 'an answer with a key more, in a minor version',
      contract: changed(next, { output: closed({ ...output, [laterKey]: Type.Integer() }) }),
      asProvider: 'fits',
      asConsumer: 'refused',
      mover: { asConsumer: 'provider' },
      ask: unchanged,
      answer: withLaterKey,
    },
    {
      name: 'an optional key more to ask with, in a minor version',
      contract: changed(next, { input: closed({ ...input, [laterKey]: Type.Optional(Type.Integer()) }) }),
      asProvider: 'fits',
      asConsumer: 'refused',
      mover: { asConsumer: 'provider' },
      ask: unchanged,
      answer: unchanged,
    },
    {
      name: 'a required key more to ask with, in a major version',
      contract: changed(nextMajor, { input: closed({ ...input, [laterKey]: Type.Integer() }) }),
      asProvider: 'refused',
      asConsumer: 'refused',
      mover: { asProvider: 'consumer', asConsumer: 'provider' },
      ask: withLaterKey,
      answer: unchanged,
    },
    {
      name: 'an answer with a key of another type, in a major version',
      contract: changed(nextMajor, { output: closed({ ...output, [firstAnswered!]: Type.Literal('gone') }) }),
      asProvider: 'refused',
      asConsumer: 'refused',
      mover: { asProvider: 'consumer', asConsumer: 'provider' },
      ask: unchanged,
      answer: (answered) => ({ ...(answered as object), [firstAnswered!]: 'gone' }),
    },
    {
      name: 'a failure more, in a major version',
      contract: changed(nextMajor, {
        errors: { ...present.errors, 'of-a-later-version': closed({ detail: Type.String() }) },
      }),
      asProvider: 'refused',
      asConsumer: 'fits',
      mover: { asProvider: 'consumer' },
      ask: unchanged,
      answer: unchanged,
    },
    {
      name: 'an answer that once had a key more, in an earlier version',
      contract: changed(`${major - 1}.0.0`, { output: closed({ ...output, [laterKey]: Type.Integer() }) }),
      asProvider: 'fits',
      asConsumer: 'refused',
      mover: { asConsumer: 'consumer' },
      ask: unchanged,
      answer: withLaterKey,
    },
    {
      name: 'an operation that is not there yet, in an earlier version',
      contract: defineContract({
        name: contract.name,
        version: `${major - 1}.9.0`,
        operations: Object.fromEntries(
          Object.entries(contract.operations).filter(([name]) => name !== operationName),
        ),
      }),
      asProvider: 'refused',
      asConsumer: 'fits',
      mover: { asProvider: 'provider' },
      ask: unchanged,
      answer: unchanged,
    },
    {
      name: 'other words, in a patch',
      contract: changed(`${major}.${minor}.1`, { summary: 'In other words' }),
      asProvider: 'fits',
      asConsumer: 'fits',
      mover: {},
      ask: unchanged,
      answer: unchanged,
    },
  ];
}
