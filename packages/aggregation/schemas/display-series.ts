import { closed, nullable } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';

/**
 * What charts of the whole ride show: one value a second, null where there is none. Columns: `cadence` (1/min),
 * `elevation` (cm), `turnRate` (deg/s, positive: left), `activity` (g), and where the ride has them `heartRate` (bpm),
 * `speed` (m/min), `altitude` (m), `east` and `north` (m from the first position).
 */
export const DisplaySeries = closed({
  time: Type.Array(Type.Number({ minimum: 0 }), { description: 's from the first sample, rising' }),
  columns: Type.Array(
    closed({ name: Type.String(), unit: Type.String(), values: Type.Array(nullable(Type.Number())) }),
  ),
});
export type DisplaySeries = Static<typeof DisplaySeries>;
