import type { HeartRate } from '@piaffe/recordings';
import { movingMedian } from '@piaffe/signal';
import { eachSecond } from '../each-second.ts';

/** The heart rate of a ride, without what no heart does. */
export interface Beats {
  /** bpm at each whole second; NaN in gaps. */
  readonly bpm: Float64Array;
  /** Highest of the samples, bpm; 0 without any. */
  readonly highest: number;
  /** Number of samples that count, and of those that were left out. */
  readonly samples: number;
  readonly leftOut: number;
}

/** bpm. A belt without contact writes 0 or 255; no horse is slower or quicker. */
const possible = { from: 20, to: 250 } as const;
/** A sample this much (bpm) off the median of the five around it is a leap of the belt. */
const leap = 25;
const around = 5;
/** A watch writes every five seconds; what is further apart (s) than two of them is a gap. */
const longestGap = 10;

/** @param count whole seconds of the ride, from 0 on */
export function beatsOf({ time, bpm }: HeartRate, count: number): Beats {
  const isPossible = Array.from(bpm, (each) => each >= possible.from && each <= possible.to);
  const times = time.filter((_, i) => isPossible[i]);
  const rates = Float64Array.from(bpm).filter((_, i) => isPossible[i]);
  const medians = movingMedian(rates, around);
  const isSteady = rates.map((each, i) => (Math.abs(each - medians[i]) <= leap ? 1 : 0));
  const kept = rates.filter((_, i) => isSteady[i]);
  const keptTimes = times.filter((_, i) => isSteady[i]);
  const within = kept.filter((_, i) => keptTimes[i] >= 0 && keptTimes[i] < count);
  return {
    bpm: eachSecond(keptTimes, kept, count, longestGap),
    highest: within.reduce((most, each) => Math.max(most, each), 0),
    samples: within.length,
    leftOut: bpm.length - kept.length,
  };
}
