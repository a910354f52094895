import { type Quantity, shown, unitOf } from '../../format/units.ts';
import { isTrendMetric, scaleOf, shownValue, unitText } from '../../trends/trend-metrics.ts';

interface Leaf {
  readonly unit: string;
  readonly factor?: number;
  readonly quantity?: Quantity;
  /** How far the picture reaches to each side, in the unit shown. */
  readonly reach: number;
}

/** By the last part of a metric’s name. */
const leaves: Readonly<Record<string, Leaf>> = {
  time: { unit: 's', reach: 120 },
  share: { unit: '%', factor: 100, reach: 10 },
  cadence: { unit: '/min', reach: 10 },
  elevation: { unit: '', quantity: 'elevation', reach: 3 },
  strides: { unit: '', reach: 100 },
  range: { unit: 'mm', reach: 20 },
  distance: { unit: '', quantity: 'distance', reach: 2 },
  climb: { unit: '', quantity: 'height', reach: 50 },
  speed: { unit: '', quantity: 'speed', reach: 50 },
  perKilogram: { unit: 'kJ/kg', reach: 10 },
};
const minutes: Leaf = { unit: 's', reach: 120 };
const plain: Leaf = { unit: '', reach: 2 };

function leafOf(metric: string): Leaf {
  if (metric.startsWith('heartRate.zones.')) return minutes;
  return leaves[metric.split('.').at(-1) ?? ''] ?? plain;
}

/** How far to each side the picture of a metric reaches: always the same, a quarter of the scale its trend is drawn on. */
export function reachOf(metric: string): number {
  if (!isTrendMetric(metric)) return leafOf(metric).reach;
  const { from, to } = scaleOf(metric);
  return (to - from) / 4;
}

/** A difference of the server in the unit that is shown. */
export function shownDifference(metric: string, difference: number): number {
  if (isTrendMetric(metric)) return shownValue(metric, difference);
  const { quantity, factor = 1 } = leafOf(metric);
  return quantity === undefined ? difference * factor : shown(quantity, difference);
}

export function unitOfDifference(metric: string): string {
  if (isTrendMetric(metric)) return unitText(metric);
  const { quantity, unit } = leafOf(metric);
  return quantity === undefined ? unit : unitOf(quantity);
}
