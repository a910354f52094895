import type { FoundJump } from '../jumps/find-jumps.ts';
import type { Corrections } from '../schemas/aggregate-input.ts';
import type { Jump } from '../schemas/session-result.ts';

/** A jump before it is known what combination it belongs to. */
export type SingleJump = Omit<Jump, 'combination'>;

/** A jump is taken away by a time this close (s) to it. */
const reach = 2;
/** Two jumps closer together (s) are one. */
const closest = 0.5;

/**
 * The jumps that count, in the order of time, and when one was to be taken away that was not found.
 *
 * @param corrections in s of the ride before it was trimmed
 * @param from where the part that counts begins in it
 * @param durationSeconds how long that part is
 */
export function correctJumps(
  found: readonly FoundJump[],
  corrections: Corrections['jumps'],
  from: number,
  durationSeconds: number,
): { jumps: SingleJump[]; notFound: number[] } {
  const within = (at: number) => at >= from && at <= from + durationSeconds;
  const kept: SingleJump[] = found.map((jump) => ({ ...jump, addedByHand: false }));
  const notFound: number[] = [];
  for (const removed of corrections.removed.filter(within)) {
    const distances = kept.map(({ at }) => Math.abs(at - (removed - from)));
    const nearest = distances.indexOf(Math.min(...distances));
    if (nearest >= 0 && distances[nearest] <= reach) kept.splice(nearest, 1);
    else notFound.push(removed);
  }
  for (const added of corrections.added.filter(within)) {
    const at = added - from;
    if (kept.some((jump) => Math.abs(jump.at - at) < closest)) continue;
    kept.push({ at, confidence: 1, takeOff: null, landing: null, addedByHand: true });
  }
  return { jumps: kept.sort((a, b) => a.at - b.at), notFound };
}
