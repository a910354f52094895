import { movingMean, robustStandardDeviation } from '@piaffe/signal';
import { known } from '../each-second.ts';

/** s over which altitudes are averaged; longer where satellites tell them, as their error wanders for half a minute. */
const smoothSeconds = { steady: 15, wandering: 61 } as const;
/** s. What differs from the mean over so long is noise: a horse takes minutes over a hill. */
const noiseSeconds = 61;
/** m. A barometer is steadier than this. */
const steadyNoise = 0.6;
/** m. A rise counts from six times the noise on, but within these. */
const threshold = { perNoise: 6, least: 2, most: 25 } as const;

/** Metres climbed, and the rise that they had to reach to count. */
export interface Climb {
  readonly metres: number;
  readonly threshold: number;
}

/**
 * The sum of all rises between a low and a high point of the averaged altitude that are higher than the noise; so a level
 * ride climbs nothing. Null with less than a minute of altitudes.
 */
export function climbOf(altitude: Float64Array): Climb | null {
  const metres = known(altitude);
  if (metres.length < 60) return null;
  const slow = movingMean(metres, noiseSeconds);
  const noise = robustStandardDeviation(metres.map((each, i) => each - slow[i]));
  const smooth = movingMean(metres, noise < steadyNoise ? smoothSeconds.steady : smoothSeconds.wandering);
  const least = Math.max(threshold.least, Math.min(threshold.most, threshold.perNoise * noise));
  let climbed = 0;
  let low = smooth[0];
  let high = smooth[0];
  for (const each of smooth) {
    high = Math.max(high, each);
    if (each < high - least) {
      if (high - low > least) climbed += high - low;
      low = each;
      high = each;
    } else if (high - low <= least && each < low) {
      low = each;
      high = each;
    }
  }
  if (high - low > least) climbed += high - low;
  return { metres: climbed, threshold: least };
}
