import type { Gait, Side } from './gait.ts';
import type { HorseTraits } from './horse.ts';
import type { SensorOptions } from './sensor.ts';

/** One stretch of the way, ridden at the speed of the gait: curvature 1/m (left positive) over metres. */
export interface Bend {
  readonly curvature: number;
  readonly metres: number;
}

/** The line that is ridden: its bends are repeated for as long as the leg lasts. */
export type Path = readonly Bend[];

/** A part of a ride in one gait. */
export interface Leg {
  readonly gait: Gait;
  readonly seconds: number;
  readonly path: Path;
  /** Leading leg at canter and gallop; without it the side of the first curve, or left. */
  readonly lead?: Side;
  /** The rider rises at the trot, sitting when this diagonal lands; without it the rider sits. */
  readonly rising?: Side;
  /** Stride frequency, speed and amplitude beside the horse's usual ones: 0.9 is collected, 1.1 extended. */
  readonly effort?: number;
  /** Rise of the ground per metre forward. */
  readonly slope?: number;
  /** In order; the line is straight before, over and after each. */
  readonly fences?: readonly Fence[];
  /** In order; what happens that is no jump. */
  readonly incidents?: readonly Incident[];
}

/**
 * A fence: the middle of the flight so many seconds into the leg, or so many strides after landing from the fence
 * before it (1 or 2 make a combination).
 */
export type Fence = { readonly heightCm: number } & (
  | { readonly after: number }
  | { readonly strides: number }
);

export const incidentKinds = ['bucks', 'stumble', 'spook'] as const;

/** Something that upsets the rhythm and is no jump; it begins so many seconds into the leg. */
export interface Incident {
  readonly kind: (typeof incidentKinds)[number];
  readonly after: number;
}

/** A ride to be simulated: who, what, with which sensor. */
export interface Scenario {
  readonly name: string;
  readonly description: string;
  readonly legs: readonly Leg[];
  readonly horse?: HorseTraits;
  readonly sensor?: SensorOptions;
}

export const straight: Path = [{ curvature: 0, metres: 1000 }];

const toThe = (side: Side) => (side === 'left' ? 1 : -1);

export function circle(side: Side, diameter: number): Path {
  return [{ curvature: (toThe(side) * 2) / diameter, metres: 1000 }];
}

/** Once round an arena after the other: long side, corner, short side, corner. */
export function arena(side: Side, length = 60, width = 20, cornerRadius = 4): Path {
  const corner: Bend = { curvature: toThe(side) / cornerRadius, metres: (Math.PI / 2) * cornerRadius };
  return [
    { curvature: 0, metres: length - 2 * cornerRadius },
    corner,
    { curvature: 0, metres: width - 2 * cornerRadius },
    corner,
  ];
}

/** Half circles to either side in turn, joined by straights across the arena. */
export function serpentine(first: Side, loopDiameter = 12, across = 8): Path {
  const loop = (side: Side): Bend => ({
    curvature: (toThe(side) * 2) / loopDiameter,
    metres: (Math.PI / 2) * loopDiameter,
  });
  const line: Bend = { curvature: 0, metres: across };
  return [loop(first), line, loop(first === 'left' ? 'right' : 'left'), line];
}

/** A straight out and a turn at its end, to the same side each time. */
export function outAndBack(side: Side, metres: number, turnRadius = 2.5): Path {
  return [
    { curvature: 0, metres },
    { curvature: toThe(side) / turnRadius, metres: Math.PI * turnRadius },
  ];
}

/** Through the country: long lines, wide bends, now and then a corner. */
export const bridleway: Path = [
  { curvature: 0, metres: 140 },
  { curvature: 1 / 11, metres: 24 },
  { curvature: 0, metres: 120 },
  { curvature: -1 / 80, metres: 70 },
  { curvature: 0, metres: 80 },
  { curvature: -1 / 11, metres: 24 },
  { curvature: 0, metres: 260 },
  { curvature: 1 / 90, metres: 60 },
];
