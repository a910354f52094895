import { mean, median, movingMedian } from '@piaffe/signal';
import { knownGaits } from './gait-evidence.ts';

const canter = knownGaits.indexOf('canter');
const gallop = knownGaits.indexOf('gallop');
/** A ride that shows only one of them shows the gallop from this stride frequency (Hz) up. */
const usualLimitHz = 2.1;
/** A ride shows both when its quick strides are this much quicker than its slow ones, each for so many windows. */
const clearlyQuicker = 1.13;
const fewestWindows = 8;
/** The stride frequencies (Hz) between which the two can part, ponies and Thoroughbreds included. */
const ever = { from: 1.9, to: 2.25 } as const;
/** Windows over which a single quick stride is no gallop. */
const smoothWindows = 7;

/**
 * Parts canter from gallop, which differ in speed and not in kind: by the horse's own two stride frequencies where the
 * ride shows two, else by the usual limit. Changes `path` in place.
 *
 * @param strideHz per window and state, as found by the evidence
 */
export function tellGallop(path: Uint8Array, strideHz: readonly Float32Array[]): void {
  const windows = [...path.keys()].filter((w) => path[w] === canter || path[w] === gallop);
  if (windows.length === 0) return;
  const frequencies = movingMedian(
    windows.map((w) => strideHz[w][path[w]]),
    smoothWindows,
  );
  const limit = limitHz(frequencies);
  for (const [i, w] of windows.entries()) {
    const gait = frequencies[i] < limit ? canter : gallop;
    if (gait !== path[w]) strideHz[w][gait] = strideHz[w][path[w]];
    path[w] = gait;
  }
}

/** The split with the least squares within its two parts (Otsu), if it is one between a canter and a gallop. */
function limitHz(frequencies: Float64Array): number {
  const sorted = frequencies.toSorted();
  let best = { between: 0, limit: median(sorted) < usualLimitHz ? Infinity : 0 };
  for (let k = fewestWindows; k <= sorted.length - fewestWindows; k++) {
    const slow = mean(sorted.subarray(0, k));
    const quick = mean(sorted.subarray(k));
    const limit = (sorted[k - 1] + sorted[k]) / 2;
    if (quick < clearlyQuicker * slow || limit < ever.from || limit > ever.to) continue;
    const between = k * (sorted.length - k) * (quick - slow) ** 2;
    if (between > best.between) best = { between, limit };
  }
  return best.limit;
}
