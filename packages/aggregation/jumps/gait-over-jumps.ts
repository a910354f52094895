import type { Span } from '@piaffe/recordings';
import { joinSegments } from '../gaits/join-segments.ts';
import { overlap } from '../motion/overlap.ts';
import type { Segment } from '../schemas/session-result.ts';
import type { FoundJump } from './find-jumps.ts';

/** How far (s) a jump disturbs the windows that the gaits are told by. */
const disturbedSeconds = 6;
/** s. What a longer gap took is not known, jumps or not. */
const longestGap = 2;

/**
 * Fences hide the rhythm of the gait they are jumped in. What is unknown only beside jumps belongs to the gait before and
 * after, half and half where they differ; and a horse that canters towards fences and away from them does not trot between.
 */
export function gaitOverJumps(
  segments: readonly Segment[],
  jumps: readonly FoundJump[],
  gaps: readonly Span[],
): Segment[] {
  const hidden = segments.map(
    (segment) => isHidden(segment, jumps) && !gaps.some((gap) => overlap(gap, segment) > longestGap),
  );
  const filled: Segment[] = [];
  for (const [i, segment] of segments.entries()) {
    const before = filled.at(-1);
    const next = hidden.indexOf(false, i);
    const [after, beyond] = [segments[i + 1], next < 0 ? undefined : segments[next]];
    if (!hidden[i] || !rides(before)) filled.push({ ...segment });
    else if (before.gait === beyond?.gait && (segment.gait === 'unknown' || canters(before)))
      before.to = segment.to;
    else if (segment.gait === 'unknown' && rides(after)) {
      before.to = (segment.from + segment.to) / 2;
      filled.push({ gait: after.gait, from: before.to, to: segment.to });
    } else filled.push({ ...segment });
  }
  return joinSegments(filled);
}

function isHidden({ from, to }: Segment, jumps: readonly FoundJump[]): boolean {
  let covered = from;
  for (const { at } of jumps)
    if (at - disturbedSeconds <= covered) covered = Math.max(covered, at + disturbedSeconds);
  return covered >= to;
}

function rides(segment: Segment | undefined): segment is Segment {
  return segment !== undefined && segment.gait !== 'halt' && segment.gait !== 'unknown';
}

function canters({ gait }: Segment): boolean {
  return gait === 'canter' || gait === 'gallop';
}
