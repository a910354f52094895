import { movingMean, robustStandardDeviation } from '@piaffe/signal';
import { known } from '../each-second.ts';

/** s over which altitudes are averaged. */
const smoothSeconds = 15;
/** s. What differs from the mean over so long is noise: a horse takes minutes over a hill, and satellites wander for half of one. */
const noiseSeconds = 121;
/** m. A rise counts from this on: three times the noise of the altitudes, but within these. */
const threshold = { least: 2, most: 15 } as const;

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
  const smooth = movingMean(metres, smoothSeconds);
  const slow = movingMean(metres, noiseSeconds);
  const noise = robustStandardDeviation(metres.map((each, i) => each - slow[i]));
  const least = Math.max(threshold.least, Math.min(threshold.most, 3 * noise));
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
