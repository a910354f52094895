import { mean, median, robustStandardDeviation } from '@piaffe/signal';
import { known } from '../each-second.ts';
import type { Beats } from '../heart-rate/beats.ts';
import { recoveries } from '../heart-rate/recovery.ts';
import type { Metric, Metrics } from '../schemas/session-result.ts';
import { type Doubt, judged, measured, missing, noHeartRate } from './metric.ts';

/** bpm where each zone above the first begins. */
const borders = [110, 130, 150, 180] as const;
/** Shares of the ride that the heart rate covers. */
const enough = { good: 0.9, fair: 0.5 } as const;
/** s. Less of a heart rate says little. */
const fewest = 30;

/** Mean, highest, time in zones and recovery; over the seconds that have a heart rate, as gaps are left open. */
export function heartRate(beats: Beats | null): Metrics['heartRate'] {
  const seconds = beats ? known(beats.bpm) : new Float64Array();
  if (!beats || seconds.length === 0)
    return none(beats ? 'no usable heart rate in the recording' : noHeartRate);
  const judgement = judged(doubtsOf(beats, seconds.length));
  const n = beats.samples;
  const zone = (index: number) => {
    const inside = seconds.filter((bpm) => borders.filter((border) => bpm >= border).length === index);
    return measured(inside.length, 's', { n: inside.length, ...judgement });
  };
  return {
    mean: measured(mean(seconds), 'bpm', { n, spread: robustStandardDeviation(seconds), ...judgement }),
    max: measured(beats.highest, 'bpm', { n, ...judgement }),
    zones: { z1: zone(0), z2: zone(1), z3: zone(2), z4: zone(3), z5: zone(4) },
    recovery: recovery(beats.bpm),
  };
}

/** The median where a horse recovered more than once. */
function recovery(bpm: Float64Array): Metric {
  const { seconds, hidden } = recoveries(bpm);
  if (seconds.length > 0) return measured(median(seconds), 's', { n: seconds.length });
  if (hidden > 0) return missing('s', 'a gap hides when it was at 130 bpm or at 64 bpm on the way down', 0);
  return missing('s', 'never above 130 bpm for more than 30 s and then below 64 bpm for 30 s', 0);
}

function doubtsOf({ leftOut, samples, bpm }: Beats, seconds: number): Doubt[] {
  const covered = seconds / bpm.length;
  const percent = `${Math.floor(100 * covered)} %`;
  const doubts: Doubt[] = [];
  if (seconds < fewest)
    doubts.push({ atBest: 'poor', reason: 'there is a heart rate for less than half a minute' });
  if (covered < enough.good)
    doubts.push({
      atBest: covered < enough.fair ? 'poor' : 'fair',
      reason: `there is a heart rate for ${percent} of the ride only`,
    });
  if (leftOut > 0.05 * samples)
    doubts.push({ atBest: 'fair', reason: 'many samples of the heart rate were none that a horse can have' });
  return doubts;
}

function none(reason: string): Metrics['heartRate'] {
  const zone = () => missing('s', reason);
  return {
    mean: missing('bpm', reason),
    max: missing('bpm', reason),
    zones: { z1: zone(), z2: zone(), z3: zone(), z4: zone(), z5: zone() },
    recovery: missing('s', reason),
  };
}
