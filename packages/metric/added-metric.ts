import { Quality } from '@piaffe/aggregation/contract';
import { closed, nullable } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';

/** What a plugin says of one of its metrics, in words for whoever reads it beside a ride. */
export const MetricDescription = closed({
  name: Type.String({
    pattern: '^[a-z][a-zA-Z0-9]*$',
    maxLength: 40,
    description: 'Never changes its meaning',
  }),
  title: Type.String({ minLength: 1, maxLength: 60 }),
  unit: Type.String({ minLength: 1, maxLength: 12, description: '1: a share, a score or a count' }),
  digits: Type.Integer({
    minimum: 0,
    maximum: 6,
    description: 'After the point; what is beyond is rounded off',
  }),
  meaning: Type.String({
    minLength: 1,
    maxLength: 500,
    description: 'What it tells, how it is defined, its limits',
  }),
});
export type MetricDescription = Static<typeof MetricDescription>;

/** As the metrics of a result, in a unit of the plugin's choice. `value` is null exactly when `quality` is none; then `reason` says why. */
export const AddedMetric = closed({
  value: nullable(Type.Number()),
  unit: MetricDescription.properties.unit,
  n: nullable(
    Type.Integer({ minimum: 0, description: 'How many strides, samples or events stand behind it' }),
  ),
  spread: nullable(
    Type.Number({ minimum: 0, description: 'Robust standard deviation between them, in the unit' }),
  ),
  quality: Quality,
  reason: nullable(Type.String({ maxLength: 500 })),
});
export type AddedMetric = Static<typeof AddedMetric>;
export type AddedMetrics = Readonly<Record<string, AddedMetric>>;

/** A value that was measured. */
export function measured(
  value: number,
  unit: string,
  {
    n = null,
    spread = null,
    quality = 'good',
    reason = null,
  }: Partial<Omit<AddedMetric, 'value' | 'unit'>> = {},
): AddedMetric {
  return { value, unit, n, spread, quality, reason };
}

/** A value that is not there, and why. */
export function missing(unit: string, reason: string): AddedMetric {
  return { value: null, unit, n: null, spread: null, quality: 'none', reason };
}
