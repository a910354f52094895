import type { Course } from '../course.ts';
import type { Way } from '../position.ts';
import { type AnyMovingGait, notRidden } from './gaits.ts';
import { absent, known, type Metric } from './metric.ts';
import { lengthOf, type Segment } from './spans.ts';

export interface PositionTruth {
  readonly distance: Metric;
  readonly climb: Metric;
  readonly gaits: Readonly<Record<AnyMovingGait, { readonly distance: Metric; readonly speed: Metric }>>;
}

/** Distance and speed over ground, in all and per gait, and the metres climbed. */
export function positionTruth(
  course: Course,
  way: Way,
  segments: readonly Segment[],
  gaits: readonly AnyMovingGait[],
): PositionTruth {
  const speed = course.speed.reader();
  const metres = (from: number, to: number) => speed.moveTo(to).integral - speed.moveTo(from).integral;
  let climb = 0;
  for (let i = 1; i < way.up.length; i++) climb += Math.max(way.up[i] - way.up[i - 1], 0);
  const inGait = (gait: AnyMovingGait) => {
    const own = segments.filter((segment) => segment.gait === gait);
    if (own.length === 0) return { distance: absent('m', notRidden), speed: absent('m/min', notRidden) };
    const distance = own.reduce((sum, { from, to }) => sum + metres(from, to), 0);
    return { distance: known(distance, 'm'), speed: known((60 * distance) / lengthOf(own), 'm/min') };
  };
  return {
    distance: known(metres(0, course.duration), 'm'),
    climb: known(climb, 'm'),
    gaits: Object.fromEntries(gaits.map((gait) => [gait, inGait(gait)])) as PositionTruth['gaits'],
  };
}
