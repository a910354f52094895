/** bpm */
const worked = 130;
const recovered = 64;
/** s for which it must have been above the one and stay below the other. */
const lasting = 30;

export interface Recoveries {
  /** Each from 130 to 64 bpm. */
  readonly seconds: readonly number[];
  /** How many a gap hides the beginning or the end of. */
  readonly hidden: number;
}

/**
 * Seconds that the heart took from 130 down to 64 bpm, each time that it had been at 130 or more for longer than 30 s and
 * then stayed below 64 for 30 s. A gap is no evidence of either: it ends both runs, and where one of the two crossings lies
 * in a gap, there is no time.
 *
 * @param bpm at each whole second, NaN in gaps
 */
export function recoveries(bpm: Float64Array): Recoveries {
  const seconds: number[] = [];
  let hidden = 0;
  let above = 0;
  let below = 0;
  /** When it fell below 130: NaN where a gap hides that, null before it did. */
  let left: number | null = null;
  let belowIsSeen = false;
  for (const [at, rate] of bpm.entries()) {
    if (Number.isNaN(rate)) {
      if (above > lasting) left = NaN;
      above = 0;
      below = 0;
      continue;
    }
    if (rate >= worked) {
      above++;
      left = null;
    } else {
      if (above > lasting) left = at;
      above = 0;
    }
    if (below === 0) belowIsSeen = bpm[at - 1] >= recovered;
    below = rate < recovered ? below + 1 : 0;
    if (left === null || below !== lasting) continue;
    if (belowIsSeen && !Number.isNaN(left)) seconds.push(at - lasting + 1 - left);
    else hidden++;
    left = null;
  }
  return { seconds, hidden };
}
