/** The gaits a synthetic horse has. */
export const gaits = ['halt', 'walk', 'trot', 'canter', 'gallop'] as const;
export type Gait = (typeof gaits)[number];
export type MovingGait = Exclude<Gait, 'halt'>;

export type Side = 'left' | 'right';

/**
 * The six movements of a trunk about its mean place, named as for a ship: surge forward, sway to the left, heave
 * up (m); roll lifts the left side, pitch lowers the front, yaw turns to the left (rad). All right-handed.
 */
export const movements = ['surge', 'sway', 'heave', 'roll', 'pitch', 'yaw'] as const;
export type Movement = (typeof movements)[number];

/** Highest multiple of the stride frequency in a pattern. */
export const harmonicCount = 8;

/** amplitude * cos(2 pi (order * strides - phase)), `phase` in turns of this harmonic. */
export interface Harmonic {
  readonly order: number;
  readonly amplitude: number;
  readonly phase: number;
}

/** How one horse moves in one gait: the same shape every stride, scaled by the variation from stride to stride. */
export interface GaitPattern {
  readonly gait: Gait;
  readonly strideHz: number;
  /** Forward speed, m/s. */
  readonly speed: number;
  readonly pose: Readonly<Record<Movement, readonly Harmonic[]>>;
  /** In order of phase. */
  readonly footfalls: readonly Footfall[];
  readonly variation: StrideVariation;
}

/** A hoof lands, and the tissue under the sensor is struck. */
export interface Footfall {
  /** When in the stride, 0-1. */
  readonly phase: number;
  /** Mean blow per movement, m/s2 or rad/s2 at the first peak. */
  readonly blow: readonly number[];
  /** From one blow to the next, as a standard deviation, in every movement alike: m/s2, and rad/s2. */
  readonly scatter: readonly [along: number, about: number];
}

/** From stride to stride, as standard deviations. */
interface StrideVariation {
  /** Of the stride frequency, relative. */
  readonly period: number;
  /** Of all amplitudes, relative. */
  readonly amplitude: number;
  /** Of the part of heave at the stride frequency, m: what makes one half-stride differ from the other. */
  readonly asymmetry: number;
  /** Of movements between the multiples of the stride frequency, up to some 8 Hz: m, and rad. */
  readonly restless: readonly [along: number, about: number];
}

export const stillPose: GaitPattern['pose'] = {
  surge: [],
  sway: [],
  heave: [],
  roll: [],
  pitch: [],
  yaw: [],
};
