import type { Position } from '@piaffe/recordings';
import type { Segment } from '../schemas/session-result.ts';
import { usableFixes } from './usable-fixes.ts';
import { type Way, wayOf } from './way.ts';

/** m/s. Without gaits a horse that is slower stands: it is what the error of satellites wanders by. */
const slowest = 0.5;

/** The way of a ride; a horse that stands goes nowhere, whatever the satellites say. */
export function riddenWay(position: Position, segments: readonly Segment[], count: number): Way {
  const way = wayOf(usableFixes(position), count);
  const gaits = gaitEachSecond(segments, count);
  const stands = (speed: number, at: number) =>
    gaits[at] === 'halt' || (gaits[at] === 'unknown' && (speed < slowest || way.stays[at] === 1));
  return { ...way, speed: way.speed.map((speed, at) => (stands(speed, at) && speed >= 0 ? 0 : speed)) };
}

/** The gait at each whole second. */
export function gaitEachSecond(segments: readonly Segment[], count: number): Segment['gait'][] {
  let current = 0;
  return Array.from({ length: count }, (_, at) => {
    while (current + 1 < segments.length && segments[current].to <= at) current++;
    return segments[current].gait;
  });
}
