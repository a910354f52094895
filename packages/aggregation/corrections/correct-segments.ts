import type { Span } from '@piaffe/recordings';
import { joinSegments } from '../gaits/join-segments.ts';
import type { Corrections } from '../schemas/aggregate-input.ts';
import type { Segment } from '../schemas/session-result.ts';

/**
 * The gaits that were found, with those that are known better in their place.
 *
 * @param span the part of the ride that counts, in the ride's own time, which that of the corrections is
 */
export function correctSegments(
  found: readonly Segment[],
  corrections: Corrections['segments'],
  span: Span,
): Segment[] {
  let segments = found.map((segment) => ({ ...segment }));
  const end = span.to - span.from;
  for (const correction of corrections) {
    const from = Math.max(0, correction.from - span.from);
    const to = Math.min(end, correction.to - span.from);
    if (from >= to) continue;
    segments = segments.flatMap((segment) => [
      { ...segment, to: Math.min(segment.to, from) },
      { ...segment, from: Math.max(segment.from, to) },
    ]);
    segments.push({ gait: correction.gait, from, to });
    segments = segments.filter((segment) => segment.to > segment.from).sort((a, b) => a.from - b.from);
  }
  return joinSegments(segments);
}
