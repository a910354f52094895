import type { Metric, Segment, Transition } from '../schemas/session-result.ts';
import { measured, rounded } from './metric.ts';

/**
 * Every change of gait, halts included. A stretch of unknown between two gaits is one transition, at its end; between the
 * same gait it is none.
 */
export function transitions(segments: readonly Segment[]): Transition[] {
  const found: Transition[] = [];
  let fromGait: Segment['gait'] | null = null;
  for (const { gait, from } of segments) {
    if (gait === 'unknown') continue;
    if (fromGait !== null && fromGait !== gait) found.push({ at: rounded(from, 2), fromGait, toGait: gait });
    fromGait = gait;
  }
  return found;
}

export function transitionCount(found: readonly Transition[]): Metric {
  return measured(found.length, '1', { n: found.length });
}
