import type { Course } from '../src/course.ts';
import { quiet } from '../src/episodes.ts';
import { type Gait, type GaitPattern, stillPose } from '../src/gait.ts';
import type { Motion } from '../src/motion.ts';
import { Track } from '../src/track.ts';

/** A horse that moves by rule: one gait, one pose, no variation, unless told otherwise. */
interface SteadyMotion {
  readonly gait: Gait;
  readonly seconds: number;
  readonly strideHz: number;
  readonly pose?: Partial<GaitPattern['pose']>;
  readonly speed?: number;
  /** rad/s. */
  readonly headingRate?: number;
  readonly lean?: number;
  readonly lever?: Motion['lever'];
}

export function steadyMotion(steady: SteadyMotion): Motion {
  const constant = (value: number) => new Track().add(0, value);
  const { gait, seconds, strideHz, speed = 0 } = steady;
  const pattern: GaitPattern = {
    gait,
    strideHz,
    speed,
    pose: { ...stillPose, ...steady.pose },
    footfalls: [],
    variation: { period: 0, amplitude: 0, asymmetry: 0, restless: [0, 0] },
  };
  const course: Course = {
    duration: seconds,
    stretches: [{ pattern, from: 0, to: seconds }],
    blend: constant(0),
    strideHz: constant(strideHz),
    speed: constant(speed),
    headingRate: constant(steady.headingRate ?? 0),
    slope: constant(0),
    bounce: constant(1),
    swing: constant(1),
    unevenCos: constant(0),
    unevenSin: constant(0),
    jumps: [],
    incidents: [],
  };
  const still = () => constant(0);
  return {
    course,
    posture: {
      surge: still(),
      sway: still(),
      heave: still(),
      roll: still(),
      pitch: still(),
      yaw: still(),
    },
    episodes: quiet(),
    landings: { times: new Float64Array(), blows: new Float64Array() },
    tissue: {
      along: { hertz: 10, decay: 40 },
      about: { hertz: 10, decay: 40 },
      sharp: { hertz: 30, decay: 100 },
      sharpness: 0,
    },
    lean: steady.lean ?? 0,
    lever: steady.lever ?? [0, 0, 0],
    slip: still(),
  };
}
