import type { RawRows } from '../text/read-table.ts';

/** How far a single sample must stand off its neighbours to be a fault, in g and in deg/s, at 100 Hz. */
export const SPIKE_G = 3;
export const SPIKE_DEGREES_PER_SECOND = 1000;
/** Slower than this, one sample may be all that is seen of an impact. */
const SLOWEST_HZ = 50;
/** What a landing makes a sensor on a girth ring with, at most: of this one sample must stay, at any rate. */
const RINGING_HZ = 15;
const RINGING_G = 6;
/** How many times further off than the neighbours are from each other. */
const STANDS_OFF = 3;

/** Channels of one quantity, and how far off in their unit a sample must be. */
interface SpikeChannels {
  readonly channels: readonly Float32Array[];
  readonly least: number;
}

/** Rows left out, and the first of them; -1 when there is none. */
interface Spikes {
  readonly count: number;
  readonly first: number;
}

/**
 * True when row `at` is further from the middle of its neighbours `a` and `b` than these, and those next to them, allow.
 * Without `b` (-1) it is beside a gap: then `beforeA` is all there is to tell by, and twice the distance is asked for.
 */
function standsOff(
  { channels, least }: SpikeChannels,
  at: number,
  [beforeA, a, b, afterB]: readonly [number, number, number, number],
): boolean {
  for (const values of channels) {
    const near = values[a]!;
    const far = b < 0 ? near : values[b]!;
    const off = Math.abs(values[at]! - (near + far) / 2);
    if (off <= least) continue;
    const spread = Math.max(
      Math.abs(far - near),
      beforeA < 0 ? 0 : Math.abs(near - values[beforeA]!),
      afterB < 0 ? 0 : Math.abs(far - values[afterB]!),
    );
    if (off > (b < 0 ? 2 : 1) * least + STANDS_OFF * spread) return true;
  }
  return false;
}

/** What was left out, in a sentence, when there was anything. */
export function describeSpikes({ count, first }: Spikes, rows: Pick<RawRows, 'placeOf'>): string[] {
  if (count === 0) return [];
  return [
    `${count} ${count === 1 ? 'row' : 'rows'} whose acceleration or angular rate jumps away for that one sample alone, as no horse moves (the first at ${rows.placeOf(first)}) left out.`,
  ];
}

/**
 * Marks as left out (0 in `keep`) each row in use that on one axis stands off both its neighbours while these and the
 * rows next to them agree; beside a gap it stands off the two nearest rows on its own side, by twice as much. What lasts
 * two samples stays, as does an impact: what comes after it shakes too. Below 50 Hz nothing is left out.
 *
 * `time` in any unit; `longest` is the longest step in it between rows that are still neighbours.
 */
export function leaveOutSpikes(
  quantities: readonly SpikeChannels[],
  time: Float64Array,
  { longest, rateHz }: { readonly longest: number; readonly rateHz: number },
  keep: Uint8Array,
): Spikes {
  if (rateHz < SLOWEST_HZ * 0.98) return { count: 0, first: -1 };
  // A sine of amplitude A departs from the mean of its neighbours by A (1 - cos(2 pi f / rate)).
  const ringing = RINGING_G * (1 - Math.cos((2 * Math.PI * RINGING_HZ) / rateHz));
  const wider = Math.max(1, ringing / SPIKE_G);
  const scaled = quantities.map(({ channels, least }) => ({ channels, least: least * wider }));
  const isSpike = (row: number, around: readonly [number, number, number, number]) =>
    scaled.some((quantity) => standsOff(quantity, row, around));
  const n = keep.length;
  // The row after `row` that is in use; -1 when a gap comes first. A coarse clock that stood still for some rows and
  // then leaps makes no gap.
  const next = (row: number, stoodStill: boolean) => {
    if (row < 0) return -1;
    let at = row + 1;
    while (at < n && !keep[at]) at++;
    if (at === n) return -1;
    return stoodStill || Math.abs(time[at]! - time[row]!) <= longest ? at : -1;
  };
  let count = 0;
  let first = -1;
  // Rows before this one in its stretch without gaps; -1 where there is none.
  let beforePrevious = -1;
  let previous = -1;
  for (let row = 0; row < n; row++) {
    if (!keep[row]) continue;
    const following = next(row, previous >= 0 && time[row] === time[previous]);
    const second = next(following, time[following] === time[row]);
    const isOff =
      previous >= 0 && following >= 0
        ? isSpike(row, [beforePrevious, previous, following, second])
        : previous >= 0 && beforePrevious >= 0
          ? isSpike(row, [beforePrevious, previous, -1, -1])
          : following >= 0 && second >= 0 && isSpike(row, [second, following, -1, -1]);
    if (isOff) {
      keep[row] = 0;
      if (count++ === 0) first = row;
    }
    if (following < 0) {
      beforePrevious = -1;
      previous = -1;
    } else if (!isOff) {
      beforePrevious = previous;
      previous = row;
    }
  }
  return { count, first };
}
