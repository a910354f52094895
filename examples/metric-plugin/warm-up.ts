import type { Segment } from '@piaffe/aggregation/contract';
import { type AddedMetric, type MetricDescription, measured, missing } from '@piaffe/metric/contract';

export const warmUpDescription: MetricDescription = {
  name: 'warmUp',
  title: 'Walk before work',
  unit: 'min',
  digits: 1,
  meaning:
    'Minutes in walk before the first trot or canter. Halts and what could not be told do not count. What happened before the recording began is not known.',
};

export const coolDownDescription: MetricDescription = {
  name: 'coolDown',
  title: 'Walk after work',
  unit: 'min',
  digits: 1,
  meaning:
    'Minutes in walk after the last trot or canter. Halts and what could not be told do not count. What happened after the recording ended is not known.',
};

const slow: readonly string[] = ['halt', 'walk', 'unknown'];

/** Minutes in walk before the first faster gait. */
export function warmUp(segments: readonly Segment[]): AddedMetric {
  const first = segments.findIndex(({ gait }) => !slow.includes(gait));
  return first === -1 ? missing('min', 'nothing faster than walk') : walked(segments.slice(0, first));
}

/** Minutes in walk after the last faster gait. */
export function coolDown(segments: readonly Segment[]): AddedMetric {
  const last = segments.findLastIndex(({ gait }) => !slow.includes(gait));
  return last === -1 ? missing('min', 'nothing faster than walk') : walked(segments.slice(last + 1));
}

/** None at all is a number here: the horse was put to work at once. */
function walked(segments: readonly Segment[]): AddedMetric {
  const walks = segments.filter(({ gait }) => gait === 'walk').map(({ from, to }) => to - from);
  const seconds = walks.reduce((sum, each) => sum + each, 0);
  return measured(seconds / 60, 'min', { n: walks.length });
}
