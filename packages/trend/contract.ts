import { closed, defineContract, operation } from '@piaffe/kernel';
import { Type } from 'typebox';
import { Trend } from './schemas/trend.ts';
import { TrendInput } from './schemas/trend-input.ts';

export * from './schemas/metric-names.ts';
export * from './schemas/trend.ts';
export * from './schemas/trend-input.ts';

/** Many sessions of one horse in, its track record out. Stateless and deterministic: the same sessions give the same trend. */
export const trendContract = defineContract({
  name: 'trend',
  version: '1.0.0',
  operations: {
    algorithm: operation({
      summary: 'Which algorithm computes here; any change of any number in any trend is a new version',
      input: closed({}),
      output: closed({ name: Type.String(), version: Type.String() }),
      errors: {},
      idempotent: true,
    }),
    trend: operation({
      summary: 'Turns the metrics of several sessions of one horse into its track record',
      input: TrendInput,
      output: Trend,
      errors: { 'sessions-not-valid': closed({ detail: Type.String() }) },
      idempotent: true,
    }),
  },
});
