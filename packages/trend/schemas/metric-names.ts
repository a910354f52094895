import type { Unit } from '@piaffe/aggregation/contract';

/** The metrics a track record is kept of, by their path in a result, with their unit. */
export const trendMetrics = {
  'gaits.walk.cadence': '1/min',
  'gaits.trot.cadence': '1/min',
  'gaits.canter.cadence': '1/min',
  'gaits.walk.elevation': 'cm',
  'gaits.trot.elevation': 'cm',
  'gaits.canter.elevation': 'cm',
  'gaits.walk.regularity': '1',
  'gaits.trot.regularity': '1',
  'gaits.canter.regularity': '1',
  'symmetry.score': '1',
  'symmetry.minDiff': 'mm',
  'symmetry.maxDiff': 'mm',
  'transitions.count': '1',
  'jumps.count': '1',
  'load.gaitMinutes': 'min',
  'heartRate.mean': 'bpm',
  'heartRate.max': 'bpm',
  'heartRate.recovery': 's',
  'position.gaits.walk.speed': 'm/min',
  'position.gaits.trot.speed': 'm/min',
  'position.gaits.canter.speed': 'm/min',
  'position.distance': 'm',
} as const satisfies Record<string, Unit>;

export type TrendMetric = keyof typeof trendMetrics;
export const trendMetricNames = Object.keys(trendMetrics) as readonly TrendMetric[];

/** Times in s that weekly load and rein use are summed from; they have no baseline of their own. */
export const timeMetricNames = [
  'gaits.halt.time',
  'gaits.walk.time',
  'gaits.trot.time',
  'gaits.canter.time',
  'gaits.gallop.time',
  'gaits.tolt.time',
  'gaits.pace.time',
  'reins.left.time',
  'reins.straight.time',
  'reins.right.time',
] as const;
export type TimeMetric = (typeof timeMetricNames)[number];
