import { closed, defineContract, operation } from '@piaffe/kernel';
import { Type } from 'typebox';

const Question = closed({ horse: Type.String(), metric: Type.String(), days: Type.Integer({ minimum: 1 }) });
const Answer = closed({ value: Type.Number(), unit: Type.String(), n: Type.Integer({ minimum: 0 }) });
const Session = closed({
  session: Type.String({ minLength: 1 }),
  startedAt: Type.String(),
  gait: Type.Enum(['walk', 'trot', 'canter']),
  values: Type.Array(Type.Number()),
});
const Sessions = closed({ horse: Type.String(), sessions: Type.Array(Session) });

/** What every contestant answers. */
export const probeContract = defineContract({
  name: 'probe',
  version: '1.0.0',
  operations: {
    small: operation({
      summary: 'A question and its answer, 50 bytes each',
      input: Question,
      output: Answer,
      errors: {},
      idempotent: true,
    }),
    large: operation({
      summary: 'A table of sessions, there and back, 8.5 kB each way',
      input: Sessions,
      output: Sessions,
      errors: {},
      idempotent: true,
    }),
    hour: operation({
      summary: 'A recorded hour, handed over as the file it is kept in; answers with its size',
      input: closed({ path: Type.String() }),
      output: closed({ bytes: Type.Integer({ minimum: 0 }) }),
      errors: {},
      idempotent: true,
    }),
  },
});
