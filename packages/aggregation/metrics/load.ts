import type { Gait, Metric, Segment } from '../schemas/session-result.ts';
import { secondsIn } from './gaits.ts';
import { measured } from './metric.ts';

/** Walk x 1, trot x 2, canter x 3; gallop counts as canter, the gaited breeds' gaits as trot. */
const weight: Readonly<Partial<Record<Gait, number>>> = {
  walk: 1,
  trot: 2,
  canter: 3,
  gallop: 3,
  tolt: 2,
  pace: 2,
};

/** Gait-minute load: minutes in each gait times its weight. A convention to compare rides with, not a physiological measure. */
export function gaitMinutes(segments: readonly Segment[]): Metric {
  const gaits = Object.entries(weight) as [Gait, number][];
  return measured(
    gaits.reduce((sum, [gait, factor]) => sum + (secondsIn(segments, gait) / 60) * factor, 0),
    'min',
  );
}
