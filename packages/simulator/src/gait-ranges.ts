import type { Movement, MovingGait } from './gait.ts';

export type Range = readonly [low: number, high: number];

/** One movement of the trunk: a main part, others beside it, and overtones above those. */
export interface MovementRanges {
  /** Multiple of the stride frequency the main part sits at. */
  readonly main: number;
  /** Half of its peak to peak: mm, or degrees for rotations. */
  readonly size: Range;
  /** Amplitudes of other multiples, beside 1 of the main part. */
  readonly others: Readonly<Record<number, Range>>;
  /** Phase of the main part in turns; without it any. */
  readonly phase?: number;
}

interface GaitRanges {
  /** Hz, and cm from lowest to highest: never outside these, whatever the size of the horse. */
  readonly strideHz: Range;
  readonly elevation: Range;
  /** Hz and m/s of a horse of 1.60 m. */
  readonly usualStrideHz: Range;
  readonly speed: Range;
  readonly pose: Readonly<Record<Movement, MovementRanges>>;
  /** Phases at which hooves land. */
  readonly footfalls: readonly number[];
  /** Blow of a hoof on the tissue under the sensor, m/s2. */
  readonly impact: Range;
  /** Standard deviations from stride to stride: relative, relative, mm; and of what is not in step at all, mm and degrees. */
  readonly variation: {
    readonly period: Range;
    readonly amplitude: Range;
    readonly asymmetry: Range;
    readonly restless: readonly [along: Range, about: Range];
  };
}

/**
 * What horses do. Sources:
 * - stride frequency and vertical movement per gait: the ranges that makers of girth sensors publish, and stride
 *   durations of 120 horses in Serra Braganca et al. 2020 (Sci Rep 10:17785);
 * - trunk at trot, peak to peak: vertical 73, lateral 29, fore-aft 17 mm; at walk lateral and fore-aft movements of
 *   the trunk exceed those of the centre of mass threefold (Buchner et al. 2000, Vet J 160:225);
 * - rotations: pitching leads at the canter, twisting at the walk, rolling at the trot (Galloux et al. 1994, Equine
 *   Vet J Suppl 17:44); the trunk stays within 20 degrees (Dunbar et al. 2008, J Exp Biol 211:3889);
 * - the overtones, fore-aft and lateral parts above the main one are widened until spectra cover those of
 *   recordings of sensors on a surcingle and in a rider's pocket.
 */
export const gaitRanges: Readonly<Record<MovingGait, GaitRanges>> = {
  walk: {
    strideHz: [0.55, 1.1],
    elevation: [1, 5],
    usualStrideHz: [0.57, 1],
    speed: [1.3, 1.8],
    pose: {
      heave: {
        main: 2,
        size: [5.5, 17],
        others: { 1: [0, 0.3], 3: [0, 0.15], 4: [0.02, 0.15] },
        phase: 0.5,
      },
      surge: { main: 2, size: [5, 18], others: { 1: [0, 0.5], 3: [0, 0.25], 4: [0.03, 0.25] } },
      sway: { main: 1, size: [12, 35], others: { 2: [0.02, 0.2], 3: [0.05, 0.3], 4: [0, 0.1] } },
      roll: { main: 1, size: [1.5, 4.5], others: { 2: [0.05, 0.4], 3: [0.05, 0.4], 4: [0.02, 0.15] } },
      pitch: { main: 2, size: [0.8, 2.2], others: { 1: [0.05, 0.6], 3: [0, 0.3], 4: [0.05, 0.35] } },
      yaw: { main: 1, size: [1, 3.2], others: { 2: [0.05, 0.3], 3: [0.03, 0.3], 4: [0.02, 0.15] } },
    },
    footfalls: [0, 0.22, 0.5, 0.72],
    impact: [0.1, 0.6],
    variation: {
      period: [0.015, 0.035],
      amplitude: [0.04, 0.1],
      asymmetry: [0, 0],
      restless: [
        [0.08, 0.35],
        [0.04, 0.15],
      ],
    },
  },
  trot: {
    strideHz: [0.92, 1.5],
    elevation: [7, 16],
    usualStrideHz: [0.98, 1.42],
    speed: [2.8, 4.2],
    pose: {
      heave: {
        main: 2,
        size: [36, 62],
        others: { 3: [0, 0.006], 4: [0.01, 0.06], 5: [0, 0.003], 7: [0, 0.001] },
        phase: 0.5,
      },
      surge: { main: 2, size: [6, 20], others: { 1: [0, 0.25], 3: [0, 0.08], 4: [0.03, 0.25] } },
      sway: { main: 1, size: [8, 20], others: { 2: [0, 0.15], 3: [0.05, 0.3], 4: [0, 0.1] } },
      roll: { main: 1, size: [1.2, 4], others: { 2: [0, 0.4], 3: [0.05, 0.45], 4: [0, 0.15] } },
      pitch: { main: 2, size: [0.6, 2], others: { 1: [0, 0.35], 3: [0, 0.3], 4: [0.05, 0.35] } },
      yaw: { main: 1, size: [0.7, 2.2], others: { 2: [0, 0.2], 3: [0.05, 0.45], 4: [0, 0.12] } },
    },
    footfalls: [0.4, 0.9],
    impact: [1.5, 6],
    variation: {
      period: [0.008, 0.02],
      amplitude: [0.02, 0.06],
      asymmetry: [0.5, 2],
      restless: [
        [0.4, 1.2],
        [0.1, 0.3],
      ],
    },
  },
  canter: {
    strideHz: [1.33, 2],
    elevation: [15, 30],
    usualStrideHz: [1.4, 1.88],
    speed: [4.2, 6.5],
    pose: {
      heave: { main: 1, size: [78, 118], others: { 2: [0.05, 0.2], 3: [0.01, 0.05], 4: [0, 0.02] } },
      surge: { main: 1, size: [22, 60], others: { 2: [0.1, 0.4], 3: [0.03, 0.2], 4: [0.01, 0.06] } },
      sway: { main: 1, size: [8, 30], others: { 2: [0.1, 0.5], 3: [0.05, 0.25], 4: [0.01, 0.08] } },
      roll: { main: 1, size: [1.5, 4], others: { 2: [0.1, 0.6], 3: [0.05, 0.3], 4: [0.02, 0.15] } },
      pitch: { main: 1, size: [3, 8], others: { 2: [0.1, 0.45], 3: [0.05, 0.25], 4: [0.02, 0.12] } },
      yaw: { main: 1, size: [0.7, 2.2], others: { 2: [0.1, 0.4], 3: [0.05, 0.3], 4: [0.02, 0.15] } },
    },
    footfalls: [0, 0.22, 0.43],
    impact: [1.5, 6],
    variation: {
      period: [0.01, 0.025],
      amplitude: [0.03, 0.07],
      asymmetry: [0, 0],
      restless: [
        [0.8, 2],
        [0.2, 0.5],
      ],
    },
  },
  gallop: {
    strideHz: [2, 2.5],
    elevation: [9, 20],
    usualStrideHz: [2, 2.35],
    speed: [8.5, 13],
    pose: {
      heave: { main: 1, size: [45, 75], others: { 2: [0.1, 0.3], 3: [0.01, 0.06], 4: [0, 0.03] } },
      surge: { main: 1, size: [15, 40], others: { 2: [0.1, 0.4], 3: [0.03, 0.2], 4: [0.01, 0.06] } },
      sway: { main: 1, size: [6, 22], others: { 2: [0.1, 0.5], 3: [0.03, 0.2], 4: [0.01, 0.06] } },
      roll: { main: 1, size: [1.5, 4], others: { 2: [0.1, 0.5], 3: [0.03, 0.25], 4: [0.01, 0.1] } },
      pitch: { main: 1, size: [2.5, 6.5], others: { 2: [0.1, 0.4], 3: [0.03, 0.2], 4: [0.01, 0.1] } },
      yaw: { main: 1, size: [0.8, 2.5], others: { 2: [0.1, 0.4], 3: [0.03, 0.3], 4: [0.01, 0.1] } },
    },
    footfalls: [0, 0.16, 0.28, 0.44],
    impact: [2, 8],
    variation: {
      period: [0.008, 0.02],
      amplitude: [0.03, 0.07],
      asymmetry: [0, 0],
      restless: [
        [0.8, 2],
        [0.2, 0.5],
      ],
    },
  },
};

/**
 * Amplitude of the multiples above those listed, beside 1 of the main part, before the fall with frequency: as
 * (main / order)^2 for movements and as main / order for rotations.
 */
export const overtones: { readonly along: Range; readonly about: Range } = {
  along: [0, 0.22],
  about: [0.02, 0.28],
};
