import type { MetricTrend } from '@piaffe/client';
import type { Scale } from '../ride/scales.ts';

export type TrendMetric = MetricTrend['metric'];

/** How a metric is drawn: on a scale that is always the same, so that horses and months can be compared. */
interface Drawn {
  readonly scale: Scale;
  readonly digits: number;
}

const speed = (to: number, marks: readonly number[]): Drawn => ({ scale: { from: 0, to, marks }, digits: 0 });

/** In the order people ask for them. */
export const trendMetrics: Readonly<Record<TrendMetric, Drawn>> = {
  'symmetry.score': { scale: { from: 0, to: 10, marks: [0, 2, 4, 6, 8, 10] }, digits: 1 },
  'symmetry.minDiff': { scale: { from: 0, to: 25, marks: [0, 5, 10, 15, 20, 25] }, digits: 1 },
  'symmetry.maxDiff': { scale: { from: 0, to: 25, marks: [0, 5, 10, 15, 20, 25] }, digits: 1 },
  'gaits.trot.regularity': { scale: { from: 0, to: 10, marks: [0, 2, 4, 6, 8, 10] }, digits: 1 },
  'gaits.trot.cadence': { scale: { from: 50, to: 100, marks: [50, 60, 70, 80, 90, 100] }, digits: 0 },
  'gaits.trot.elevation': { scale: { from: 0, to: 20, marks: [0, 5, 10, 15, 20] }, digits: 1 },
  'gaits.walk.regularity': { scale: { from: 0, to: 10, marks: [0, 2, 4, 6, 8, 10] }, digits: 1 },
  'gaits.walk.cadence': { scale: { from: 30, to: 70, marks: [30, 40, 50, 60, 70] }, digits: 0 },
  'gaits.walk.elevation': { scale: { from: 0, to: 10, marks: [0, 2, 4, 6, 8, 10] }, digits: 1 },
  'gaits.canter.regularity': { scale: { from: 0, to: 10, marks: [0, 2, 4, 6, 8, 10] }, digits: 1 },
  'gaits.canter.cadence': {
    scale: { from: 70, to: 130, marks: [70, 80, 90, 100, 110, 120, 130] },
    digits: 0,
  },
  'gaits.canter.elevation': { scale: { from: 0, to: 35, marks: [0, 10, 20, 30] }, digits: 1 },
  'load.gaitMinutes': { scale: { from: 0, to: 150, marks: [0, 50, 100, 150] }, digits: 0 },
  'heartRate.mean': { scale: { from: 30, to: 180, marks: [30, 60, 90, 120, 150, 180] }, digits: 0 },
  'heartRate.max': { scale: { from: 30, to: 240, marks: [30, 80, 130, 180, 230] }, digits: 0 },
  'heartRate.recovery': { scale: { from: 0, to: 900, marks: [0, 300, 600, 900] }, digits: 0 },
  'position.gaits.walk.speed': speed(150, [0, 50, 100, 150]),
  'position.gaits.trot.speed': speed(400, [0, 100, 200, 300, 400]),
  'position.gaits.canter.speed': speed(700, [0, 200, 400, 600]),
  'position.distance': speed(20_000, [0, 5000, 10_000, 15_000, 20_000]),
  'transitions.count': { scale: { from: 0, to: 150, marks: [0, 50, 100, 150] }, digits: 0 },
  'jumps.count': { scale: { from: 0, to: 40, marks: [0, 10, 20, 30, 40] }, digits: 0 },
};

export const trendMetricNames = Object.keys(trendMetrics) as readonly TrendMetric[];

export function isTrendMetric(name: string): name is TrendMetric {
  return Object.hasOwn(trendMetrics, name);
}
