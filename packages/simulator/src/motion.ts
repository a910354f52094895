import type { Course } from './course.ts';
import type { Episodes } from './episodes.ts';
import type { Landings, Tissue } from './impact.ts';
import type { Posture } from './posture.ts';
import type { Triple } from './sensor.ts';
import type { Track } from './track.ts';

/** Everything that moves a sensor on a trunk. */
export interface Motion {
  readonly course: Course;
  readonly posture: Posture;
  readonly episodes: Episodes;
  readonly landings: Landings;
  readonly tissue: Tissue;
  /** Share of the theoretical lean into a curve, atan(v w / g), that the trunk takes. */
  readonly lean: number;
  /** From the trunk's middle to the sensor, m: forward, left, up. */
  readonly lever: Triple;
  /** The girth turning about the trunk, rad. */
  readonly slip: Track;
}
