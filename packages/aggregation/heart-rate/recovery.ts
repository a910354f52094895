/** bpm */
const worked = 130;
const recovered = 64;
/** s for which it must have been above the one and stay below the other. */
const lasting = 30;

/**
 * Seconds that the heart took from 130 down to 64 bpm, each time that it had been at 130 or more for longer than 30 s and
 * then stayed below 64 for 30 s. A gap is no evidence of either: it ends both runs, and a way down that began in one is
 * none.
 *
 * @param bpm at each whole second, NaN in gaps
 */
export function recoveries(bpm: Float64Array): number[] {
  const found: number[] = [];
  let above = 0;
  let below = 0;
  let left: number | null = null;
  for (const [at, rate] of bpm.entries()) {
    if (Number.isNaN(rate)) {
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
    below = rate < recovered ? below + 1 : 0;
    if (left === null || below !== lasting) continue;
    found.push(at - lasting + 1 - left);
    left = null;
  }
  return found;
}
