import { closed, nullable } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const said = Type.Optional(nullable(Type.String({ maxLength: 200 })));

/**
 * What a trend needs of a line of `piaffe analyse --json`, by whatever version it was written: a metric that it does not
 * know is one without a value.
 */
export const PastResult = Type.Object({
  file: Type.Optional(Type.String()),
  recording: Type.Object({ sha256: Type.String(), startedAt: nullable(Type.String()) }),
  algorithm: Type.Object({ name: Type.String({ minLength: 1 }), version: Type.String({ minLength: 1 }) }),
  context: Type.Object({ horse: said, type: said, surface: said, rider: said, mount: said }),
  metrics: Type.Record(Type.String(), Type.Unknown()),
});
export type PastResult = Static<typeof PastResult>;

const compiled = Compile(PastResult);

export const isPastResult = (value: unknown): value is PastResult => compiled.Check(value);

/** Something that was given and could not be taken. */
export const Refused = closed({
  file: Type.String({ description: 'As it was named on the command line' }),
  entry: nullable(Type.Integer({ minimum: 1, description: 'Which result in the file; null: all of it' })),
  recording: nullable(Type.String({ description: 'The recording the result is of, where it says so' })),
  problem: closed({
    code: Type.String({ description: 'Stable: a program may decide by it' }),
    detail: Type.String({ description: 'A sentence for people: what is wrong, what would help' }),
  }),
});
export type Refused = Static<typeof Refused>;
