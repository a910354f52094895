import { closed, defineContract, operation } from '@piaffe/kernel';
import { Type } from 'typebox';
import { AggregateErrors, AggregateInput } from './schemas/aggregate-input.ts';
import { DisplaySeries } from './schemas/display-series.ts';
import { SessionResult } from './schemas/session-result.ts';

export * from './schemas/aggregate-input.ts';
export * from './schemas/display-series.ts';
export * from './schemas/session-result.ts';

/** One recorded session in, its metrics out. Stateless and deterministic: the same bytes and parameters give the same result. */
export const aggregationContract = defineContract({
  name: 'aggregation',
  version: '3.0.0',
  operations: {
    algorithm: operation({
      summary: 'Which algorithm computes here; any change of any number in any result is a new version',
      input: closed({}),
      output: closed({ name: Type.String(), version: Type.String() }),
      errors: {},
      idempotent: true,
    }),
    aggregate: operation({
      summary: 'Turns one recording, given by reference, into the metrics of the session',
      input: AggregateInput,
      output: closed({ result: SessionResult, series: DisplaySeries }),
      errors: AggregateErrors,
      idempotent: true,
      references: ({ inputs }) => inputs.map(({ reference }) => reference),
    }),
  },
});
