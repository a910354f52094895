import type { DisplaySeries, Segment } from '@piaffe/aggregation/contract';
import { type AddedMetric, type MetricDescription, measured, missing } from '@piaffe/metric/contract';

export const trotDriftDescription: MetricDescription = {
  name: 'trotDrift',
  title: 'Change of the trot rhythm',
  unit: '1/min',
  digits: 1,
  meaning:
    'Median cadence over the last third of the seconds in trot minus that over the first third. Negative: the trot became slower. Collected work late in a ride changes it as well as tiredness does. At least three minutes of trot.',
};

/** Seconds of trot in each third, at least. */
const atLeast = 60;

/** Strides a minute, late in the ride minus early. */
export function trotDrift(segments: readonly Segment[], { time, columns }: DisplaySeries): AddedMetric {
  const cadence = columns.find(({ name }) => name === 'cadence')?.values ?? [];
  const trots = segments.filter(({ gait }) => gait === 'trot');
  const inTrot = cadence.filter((value, at): value is number => {
    const second = time[at]!;
    return value !== null && trots.some(({ from, to }) => second >= from && second < to);
  });
  const third = Math.floor(inTrot.length / 3);
  if (third < atLeast) return missing('1/min', 'less than three minutes of trot');
  return measured(median(inTrot.slice(-third)) - median(inTrot.slice(0, third)), '1/min', { n: 2 * third });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
