import type { Gait, Metric, Segment } from '../schemas/session-result.ts';
import { measured } from './metric.ts';

/** Time (s) in a gait, and its share (0-1) of the whole recording. */
export function timeAndShare(
  segments: readonly Segment[],
  gait: Gait,
  durationSeconds: number,
): { time: Metric; share: Metric } {
  const time = secondsIn(segments, gait);
  return {
    time: measured(time, 's'),
    share: measured(durationSeconds > 0 ? time / durationSeconds : 0, '1'),
  };
}

export function secondsIn(segments: readonly Segment[], gait: Gait): number {
  return segments.reduce((sum, segment) => sum + (segment.gait === gait ? segment.to - segment.from : 0), 0);
}
