import { units } from '../format/unit-system.ts';

/**
 * The scale of each chart is fixed, so that two rides can be laid side by side. They hold what horses do: cadence from a
 * slow walk (40 strides a minute) to a gallop (150); elevation up to a big canter (30 cm); turns up to a small circle
 * ridden at canter (50 degrees a second); activity up to a lively canter; heart rate up to what a horse's heart reaches (240);
 * speed up to a gallop; altitude a hundred metres up and down from where the ride began. Elevation, speed and altitude are in
 * the unit that is shown. What lies beyond is marked at the edge, and its value can still be read.
 */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly number[];
}

export const chartNames = [
  'cadence',
  'elevation',
  'turnRate',
  'activity',
  'heartRate',
  'speed',
  'altitude',
] as const;
/** Of measures that not every ride has: without them there is no chart, not an empty one. */
export const extraCharts: ReadonlySet<ChartName> = new Set(['heartRate', 'speed', 'altitude']);
export type ChartName = (typeof chartNames)[number];

export const scales: Readonly<Record<ChartName, Scale>> = {
  cadence: { from: 30, to: 150, marks: [40, 80, 120] },
  elevation:
    units === 'imperial'
      ? { from: 0, to: 14, marks: [0, 4, 8, 12] }
      : { from: 0, to: 35, marks: [0, 10, 20, 30] },
  turnRate: { from: -60, to: 60, marks: [-45, 0, 45] },
  activity: { from: 0, to: 2, marks: [0, 0.5, 1, 1.5, 2] },
  heartRate: { from: 20, to: 240, marks: [50, 100, 150, 200] },
  speed:
    units === 'imperial'
      ? { from: 0, to: 28, marks: [0, 10, 20] }
      : { from: 0, to: 750, marks: [0, 200, 400, 600] },
  altitude:
    units === 'imperial'
      ? { from: -330, to: 330, marks: [-300, 0, 300] }
      : { from: -100, to: 100, marks: [-100, -50, 0, 50, 100] },
};

/** mm, for how the halves of a trot stride differ. */
export const symmetryScale = { from: 0, to: 20 } as const;

/** Where a value lies on a scale, 0 to 1; `beyond` when it does not fit. */
export function onScale({ from, to }: Pick<Scale, 'from' | 'to'>, value: number) {
  const share = (value - from) / (to - from);
  return { share: Math.min(1, Math.max(0, share)), beyond: share < 0 || share > 1 };
}
