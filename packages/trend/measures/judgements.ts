import type { TrendMetric } from '../schemas/metric-names.ts';

/** How one metric is judged against what is usual for the horse. */
export interface Judgement {
  /** The least standard deviation from day to day that is believed, in the unit: what is measured is no steadier. */
  readonly floor: number;
  /** Half the width of the band, in standard deviations. */
  readonly width: number;
  /** The direction that is told; the other is drawn, and nobody’s worry. Null: the rider decides it, not the horse. */
  readonly worry: 'higher' | 'lower' | 'either' | null;
  /** A value can be no higher; none can be below 0. */
  readonly highest?: number;
}

/** Where the floors come from, and why these widths: docs/METRICS.md, "What is usual for this horse". */
export const judgements: Readonly<Record<TrendMetric, Judgement>> = {
  'gaits.walk.cadence': { floor: 1, width: 3.5, worry: 'either' },
  'gaits.trot.cadence': { floor: 1, width: 3.5, worry: 'either' },
  'gaits.canter.cadence': { floor: 1.5, width: 3.5, worry: 'either' },
  'gaits.walk.elevation': { floor: 0.3, width: 3.5, worry: 'either' },
  'gaits.trot.elevation': { floor: 0.5, width: 3.5, worry: 'either' },
  'gaits.canter.elevation': { floor: 1, width: 3.5, worry: 'either' },
  'gaits.walk.regularity': { floor: 0.3, width: 3.5, worry: 'lower', highest: 10 },
  'gaits.trot.regularity': { floor: 0.3, width: 3.5, worry: 'lower', highest: 10 },
  'gaits.canter.regularity': { floor: 0.3, width: 3.5, worry: 'lower', highest: 10 },
  'symmetry.score': { floor: 0.4, width: 3, worry: 'lower', highest: 10 },
  'symmetry.minDiff': { floor: 1, width: 2.25, worry: 'higher' },
  'symmetry.maxDiff': { floor: 1, width: 2.25, worry: 'higher' },
  'transitions.count': { floor: 1, width: 3.5, worry: null },
  'jumps.count': { floor: 0.5, width: 3.5, worry: null },
  'load.gaitMinutes': { floor: 1, width: 3.5, worry: null },
  'heartRate.mean': { floor: 2, width: 3.5, worry: 'higher' },
  'heartRate.max': { floor: 3, width: 3.5, worry: 'higher' },
  'heartRate.recovery': { floor: 3, width: 3.5, worry: 'higher' },
  'position.gaits.walk.speed': { floor: 2, width: 3.5, worry: null },
  'position.gaits.trot.speed': { floor: 4, width: 3.5, worry: null },
  'position.gaits.canter.speed': { floor: 6, width: 3.5, worry: null },
  'position.distance': { floor: 100, width: 3.5, worry: null },
};
