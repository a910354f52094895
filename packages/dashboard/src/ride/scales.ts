import { units } from '../format/unit-system.ts';

/**
 * The scale of each chart is fixed, so that two rides can be laid side by side. They hold what horses do: cadence from a
 * slow walk (40 strides a minute) to a gallop (150); elevation up to a big canter (30 cm); turns up to a small circle
 * ridden at canter (50 degrees a second); activity up to a lively canter. Elevation is in the unit that is shown. What lies beyond is marked at the edge, and its
 * value can still be read.
 */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly number[];
}

export const chartNames = ['cadence', 'elevation', 'turnRate', 'activity'] as const;
export type ChartName = (typeof chartNames)[number];

export const scales: Readonly<Record<ChartName, Scale>> = {
  cadence: { from: 30, to: 150, marks: [40, 80, 120] },
  elevation:
    units === 'imperial'
      ? { from: 0, to: 14, marks: [0, 4, 8, 12] }
      : { from: 0, to: 35, marks: [0, 10, 20, 30] },
  turnRate: { from: -60, to: 60, marks: [-45, 0, 45] },
  activity: { from: 0, to: 2, marks: [0, 0.5, 1, 1.5, 2] },
};

/** mm, for how the halves of a trot stride differ. */
export const symmetryScale = { from: 0, to: 20 } as const;

/** Where a value lies on a scale, 0 to 1; `beyond` when it does not fit. */
export function onScale({ from, to }: Pick<Scale, 'from' | 'to'>, value: number) {
  const share = (value - from) / (to - from);
  return { share: Math.min(1, Math.max(0, share)), beyond: share < 0 || share > 1 };
}
