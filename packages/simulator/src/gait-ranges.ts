import type { Harmonic, Movement, MovingGait } from './gait.ts';

export type Range = readonly [low: number, high: number];

/** One movement: the size of its main part, and its parts as shares of that. */
export interface MovementRanges {
  /** Amplitude (half of peak to peak) of the main part: m, or degrees for rotations. */
  readonly fundamental: Range;
  readonly parts: readonly {
    readonly order: Harmonic['order'];
    readonly share: Range;
    readonly phase: Range;
  }[];
}

export interface GaitRanges {
  /** Never outside these, whatever the size of the horse. */
  readonly strideHz: Range;
  /** Of a horse of 1.60 m. */
  readonly usualStrideHz: Range;
  /** m/s, of a horse of 1.60 m. */
  readonly speed: Range;
  readonly pose: Readonly<Record<Movement, MovementRanges>>;
  readonly footfalls: readonly number[];
  /** m/s2. */
  readonly impact: Range;
  readonly variation: { readonly period: Range; readonly amplitude: Range; readonly asymmetry: Range };
}

const any: Range = [0, 1];
const whole: Range = [1, 1];

export const gaitRanges: Readonly<Record<MovingGait, GaitRanges>> = {
  walk: {
    strideHz: [0.55, 1.1],
    usualStrideHz: [0.68, 0.95],
    speed: [1.3, 1.8],
    pose: {
      heave: {
        fundamental: [0.007, 0.02],
        parts: [
          { order: 2, share: whole, phase: [0.5, 0.5] },
          { order: 1, share: [0, 0.25], phase: any },
          { order: 3, share: [0, 0.06], phase: any },
          { order: 4, share: [0.03, 0.12], phase: any },
        ],
      },
      surge: {
        fundamental: [0.005, 0.012],
        parts: [
          { order: 2, share: whole, phase: [0.6, 0.9] },
          { order: 1, share: [0, 0.3], phase: any },
          { order: 4, share: [0.03, 0.12], phase: any },
        ],
      },
      sway: {
        fundamental: [0.012, 0.03],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0, 0.1], phase: any },
          { order: 3, share: [0.03, 0.15], phase: any },
        ],
      },
      roll: {
        fundamental: [2, 5],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0, 0.2], phase: any },
          { order: 3, share: [0.05, 0.2], phase: any },
        ],
      },
      pitch: {
        fundamental: [1, 2.5],
        parts: [
          { order: 2, share: whole, phase: any },
          { order: 1, share: [0, 0.3], phase: any },
          { order: 4, share: [0.02, 0.12], phase: any },
        ],
      },
      yaw: {
        fundamental: [1, 3],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0, 0.15], phase: any },
          { order: 3, share: [0, 0.1], phase: any },
        ],
      },
    },
    footfalls: [0, 0.22, 0.5, 0.72],
    impact: [0.3, 1.5],
    variation: { period: [0.015, 0.035], amplitude: [0.04, 0.1], asymmetry: [0, 0] },
  },
  trot: {
    strideHz: [0.92, 1.5],
    usualStrideHz: [1.15, 1.4],
    speed: [2.8, 4.2],
    pose: {
      heave: {
        fundamental: [0.038, 0.062],
        parts: [
          { order: 2, share: whole, phase: [0.5, 0.5] },
          { order: 4, share: [0.01, 0.06], phase: any },
          { order: 3, share: [0, 0.01], phase: any },
        ],
      },
      surge: {
        fundamental: [0.006, 0.015],
        parts: [
          { order: 2, share: whole, phase: [0.6, 0.9] },
          { order: 1, share: [0, 0.15], phase: any },
          { order: 4, share: [0, 0.1], phase: any },
        ],
      },
      sway: {
        fundamental: [0.006, 0.018],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 3, share: [0.03, 0.15], phase: any },
        ],
      },
      roll: {
        fundamental: [1.5, 4.5],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0, 0.2], phase: any },
          { order: 3, share: [0.03, 0.15], phase: any },
        ],
      },
      pitch: {
        fundamental: [0.8, 2.2],
        parts: [
          { order: 2, share: whole, phase: any },
          { order: 1, share: [0, 0.25], phase: any },
          { order: 4, share: [0.02, 0.15], phase: any },
        ],
      },
      yaw: {
        fundamental: [0.7, 2.2],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0, 0.15], phase: any },
          { order: 3, share: [0, 0.1], phase: any },
        ],
      },
    },
    footfalls: [0.9, 0.4],
    impact: [2, 8],
    variation: { period: [0.008, 0.02], amplitude: [0.02, 0.06], asymmetry: [0.0005, 0.002] },
  },
  canter: {
    strideHz: [1.33, 2],
    usualStrideHz: [1.5, 1.8],
    speed: [4.2, 6.5],
    pose: {
      heave: {
        fundamental: [0.078, 0.12],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.05, 0.2], phase: any },
          { order: 3, share: [0.01, 0.05], phase: any },
        ],
      },
      surge: {
        fundamental: [0.02, 0.05],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.05, 0.25], phase: any },
        ],
      },
      sway: {
        fundamental: [0.008, 0.02],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.4], phase: any },
        ],
      },
      roll: {
        fundamental: [2, 4.5],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.5], phase: any },
          { order: 3, share: [0, 0.15], phase: any },
        ],
      },
      pitch: {
        fundamental: [4, 9],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.05, 0.3], phase: any },
          { order: 3, share: [0, 0.1], phase: any },
        ],
      },
      yaw: {
        fundamental: [1, 3],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.4], phase: any },
        ],
      },
    },
    footfalls: [0, 0.22, 0.43],
    impact: [2, 8],
    variation: { period: [0.01, 0.025], amplitude: [0.03, 0.07], asymmetry: [0, 0] },
  },
  gallop: {
    strideHz: [2, 2.5],
    usualStrideHz: [2.05, 2.3],
    speed: [8.5, 13],
    pose: {
      heave: {
        fundamental: [0.045, 0.075],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.3], phase: any },
          { order: 3, share: [0.01, 0.06], phase: any },
        ],
      },
      surge: {
        fundamental: [0.015, 0.035],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.05, 0.3], phase: any },
        ],
      },
      sway: {
        fundamental: [0.006, 0.015],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.4], phase: any },
        ],
      },
      roll: {
        fundamental: [1.5, 4],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.5], phase: any },
        ],
      },
      pitch: {
        fundamental: [3, 7],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.3], phase: any },
        ],
      },
      yaw: {
        fundamental: [0.8, 2.5],
        parts: [
          { order: 1, share: whole, phase: any },
          { order: 2, share: [0.1, 0.4], phase: any },
        ],
      },
    },
    footfalls: [0, 0.16, 0.28, 0.44],
    impact: [3, 10],
    variation: { period: [0.008, 0.02], amplitude: [0.03, 0.07], asymmetry: [0, 0] },
  },
};
