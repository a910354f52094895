import type { Segment } from '../schemas/session-result.ts';

/** Segments in which neighbours of the same gait are one. */
export function joinSegments(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last?.gait === segment.gait) last.to = segment.to;
    else result.push({ ...segment });
  }
  return result;
}
