import { defineContract, operation } from '@piaffe/kernel';
import { AggregateErrors, AggregateInput } from './schemas/aggregate-input.ts';
import { SessionResult } from './schemas/session-result.ts';

export * from './schemas/aggregate-input.ts';
export * from './schemas/session-result.ts';

/** One recorded session in, its metrics out. Stateless and deterministic: the same bytes and parameters give the same result. */
export const aggregationContract = defineContract({
  name: 'aggregation',
  version: '1.0.0',
  operations: {
    aggregate: operation({
      summary: 'Turns one recording, given by reference, into the metrics of the session',
      input: AggregateInput,
      output: SessionResult,
      errors: AggregateErrors,
      idempotent: true,
    }),
  },
});
