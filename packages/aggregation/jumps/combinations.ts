import type { Jump, Segment } from '../schemas/session-result.ts';

type Placed = Pick<Jump, 'at' | 'takeOff' | 'landing'>;

/** After the Jumping Rules of the FEI: at most two strides between the obstacles of a double, treble or multiple. */
const mostStrides = 2;
/** s from the landing to the middle of the first stride, and as much before the take-off. */
const stanceSeconds = 0.4;
/** Half of a flight (s), where a jump has neither take-off nor landing. */
const halfFlight = 0.25;
const usualStrideSeconds = 0.6;

/**
 * Which combination each jump belongs to, from 0 in the order of time: two or more at canter with at most two strides from
 * one to the next. Null for one that stands alone.
 *
 * @param strideSeconds duration of a canter stride at an instant (s); null where it is not known
 */
export function combinations(
  jumps: readonly Placed[],
  segments: readonly Segment[],
  strideSeconds: (at: number) => number | null,
): (number | null)[] {
  const found: (number | null)[] = jumps.map(() => null);
  let count = 0;
  for (let i = 1; i < jumps.length; i++) {
    const [before, after] = [jumps[i - 1], jumps[i]];
    if (!atCanter(before, segments) || !atCanter(after, segments)) continue;
    const landing = before.landing ?? before.at + halfFlight;
    const takeOff = after.takeOff ?? after.at - halfFlight;
    const stride = strideSeconds((landing + takeOff) / 2) ?? usualStrideSeconds;
    if ((takeOff - landing - stanceSeconds) / stride > mostStrides + 0.5) continue;
    found[i] = found[i - 1] ?? count++;
    found[i - 1] = found[i];
  }
  return found;
}

function atCanter({ at }: Placed, segments: readonly Segment[]): boolean {
  const gait = segments.find(({ from, to }) => at >= from && at < to)?.gait;
  return gait === 'canter' || gait === 'gallop';
}
