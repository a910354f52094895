import { DisplaySeries, SessionResult } from '@piaffe/aggregation/contract';
import { closed, defineContract, operation } from '@piaffe/kernel';
import { Type } from 'typebox';
import { AddedMetric, MetricDescription } from './added-metric.ts';
import { loose } from './loose.ts';

export * from './added-metric.ts';
export { asDescribed } from './as-described.ts';

/**
 * What a plugin honours that adds metrics to every result. Stateless and deterministic: the same result gives the same
 * metrics, and any change of any number is a new version of the plugin.
 */
export const metricContract = defineContract({
  name: 'metric',
  version: '1.0.0',
  operations: {
    describe: operation({
      summary: 'Which metrics the plugin adds, and the version of what computes them',
      input: closed({}),
      output: closed({
        version: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+(-[0-9a-z.-]+)?$', maxLength: 40 }),
        metrics: Type.Array(MetricDescription, { minItems: 1, maxItems: 50 }),
      }),
      errors: {},
      idempotent: true,
    }),
    measure: operation({
      summary:
        'Computes the metrics of one ride from its result and what its charts show; all that it describes, no others',
      input: closed({
        result: loose(SessionResult),
        series: loose(DisplaySeries),
      }),
      output: closed({ metrics: Type.Record(MetricDescription.properties.name, AddedMetric) }),
      errors: { 'not-measurable': closed({ detail: Type.String({ minLength: 1, maxLength: 500 }) }) },
      idempotent: true,
    }),
  },
});
