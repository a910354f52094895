import type { MetricTrend } from '@piaffe/client';
import { fixed } from '../format/numbers.ts';
import { units } from '../format/unit-system.ts';
import { digitsOf, type Quantity, shown, unitOf } from '../format/units.ts';
import type { Scale } from '../ride/scales.ts';
import { words } from './words.ts';

export type TrendMetric = MetricTrend['metric'];

/**
 * How a metric is drawn: on a scale that is always the same, so that horses and months can be compared. Of a quantity that
 * people measure in two ways there are two scales.
 */
type Drawn =
  | { readonly scale: Scale; readonly digits: number; readonly quantity?: never }
  | { readonly quantity: Quantity; readonly metric: Scale; readonly imperial: Scale };

const to = (last: number, step: number, from = 0): Scale => ({
  from,
  to: last,
  marks: Array.from({ length: Math.floor((last - from) / step) + 1 }, (_, index) => from + index * step),
});
const ofTen: Drawn = { scale: to(10, 2), digits: 1 };
const millimetres: Drawn = { scale: to(25, 5), digits: 1 };
const speed = (metric: Scale, imperial: Scale): Drawn => ({ quantity: 'speed', metric, imperial });

/** In the order people ask for them. */
const drawn: Readonly<Record<TrendMetric, Drawn>> = {
  'symmetry.score': ofTen,
  'symmetry.minDiff': millimetres,
  'symmetry.maxDiff': millimetres,
  'gaits.trot.regularity': ofTen,
  'gaits.trot.cadence': { scale: to(100, 10, 50), digits: 0 },
  'gaits.trot.elevation': { quantity: 'elevation', metric: to(20, 5), imperial: to(8, 2) },
  'gaits.walk.regularity': ofTen,
  'gaits.walk.cadence': { scale: to(70, 10, 30), digits: 0 },
  'gaits.walk.elevation': { quantity: 'elevation', metric: to(10, 2), imperial: to(4, 1) },
  'gaits.canter.regularity': ofTen,
  'gaits.canter.cadence': { scale: to(130, 10, 70), digits: 0 },
  'gaits.canter.elevation': { quantity: 'elevation', metric: to(35, 5), imperial: to(14, 2) },
  'load.gaitMinutes': { scale: to(150, 50), digits: 0 },
  'heartRate.mean': { scale: to(180, 30, 30), digits: 0 },
  'heartRate.max': { scale: to(230, 50, 30), digits: 0 },
  'heartRate.recovery': { scale: to(300, 100), digits: 0 },
  'position.gaits.walk.speed': speed(to(150, 50), to(6, 2)),
  'position.gaits.trot.speed': speed(to(400, 100), to(15, 5)),
  'position.gaits.canter.speed': speed(to(700, 100), to(25, 5)),
  'position.distance': { quantity: 'distance', metric: to(20, 5), imperial: to(12, 3) },
  'transitions.count': { scale: to(150, 50), digits: 0 },
  'jumps.count': { scale: to(40, 10), digits: 0 },
};

/** The fixed scale of a metric, in the unit that is shown. */
export function scaleOf(metric: TrendMetric): Scale {
  const how = drawn[metric];
  return how.quantity === undefined ? how.scale : how[units];
}

/** A value of the server in the unit that is shown. */
export function shownValue(metric: TrendMetric, value: number): number {
  const { quantity } = drawn[metric];
  return quantity === undefined ? value : shown(quantity, value);
}

/** A value of the server as a number in the unit that is shown, without the unit. */
export function valueText(metric: TrendMetric, value: number, moreDigits = 0): string {
  return pointNumber(metric, shownValue(metric, value), moreDigits);
}

/** A number that is in the unit shown already. */
export function pointNumber(metric: TrendMetric, value: number, moreDigits = 0): string {
  const how = drawn[metric];
  const digits = how.quantity === undefined ? how.digits : digitsOf(how.quantity);
  return fixed(value, digits + moreDigits);
}

/** The unit that is shown; empty for a count. */
export function unitText(metric: TrendMetric): string {
  const { quantity } = drawn[metric];
  return quantity === undefined ? words.metrics[metric].unit : unitOf(quantity);
}

export const trendMetricNames = Object.keys(drawn) as readonly TrendMetric[];

export function isTrendMetric(name: string): name is TrendMetric {
  return Object.hasOwn(drawn, name);
}
