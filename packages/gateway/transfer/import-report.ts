import { closed, Id, nullable } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';

const state = Type.Enum(['new', 'already-here']);

/** What became of each thing in an export. */
export const ImportReport = closed({
  horses: Type.Array(closed({ name: Type.String(), horse: Id, state })),
  riders: Type.Array(closed({ name: Type.String(), rider: Id, state })),
  events: closed({
    new: Type.Integer({ minimum: 0 }),
    alreadyHere: Type.Integer({ minimum: 0 }),
  }),
  rides: Type.Array(
    closed({
      exported: Type.String({ description: 'Its id in the export' }),
      startedAt: nullable(Type.String()),
      session: nullable(Id),
      state: Type.Enum(['new', 'already-here', 'completed', 'not-imported'], {
        description:
          'already-here: its recording was there, and nothing was changed; completed: what an import that was cut off had left undone',
      }),
      reason: nullable(Type.String({ description: 'Why something of it, or all, is not there' })),
    }),
  ),
  stopped: nullable(
    closed({ code: Type.String(), detail: Type.String() }, { description: 'Why it ended before its end' }),
  ),
});
export type ImportReport = Static<typeof ImportReport>;
export type ImportedRide = ImportReport['rides'][number];
