import type { Metric, Quality, Unit } from '../schemas/session-result.ts';

/** Reasons that more than one metric gives. */
export const notRidden = 'not ridden';
export const notComputed = 'not computed by this version';
export const noMotion = 'no acceleration in the recording';
export const noHeartRate = 'no heart rate in the recording';
export const noPosition = 'no position in the recording';

/** Digits after the point of every number in a result, by unit: more would be noise, and platforms would disagree. */
const digits: Readonly<Record<Unit, number>> = {
  s: 2,
  '1/min': 2,
  cm: 2,
  mm: 2,
  min: 2,
  bpm: 1,
  m: 0,
  'm/min': 1,
  'kJ/kg': 2,
  '1': 4,
};

export function rounded(value: number, places: number): number {
  const factor = 10 ** places;
  return Math.round(value * factor) / factor + 0;
}

/** A value that was measured. */
export function measured(
  value: number,
  unit: Unit,
  { n = null, spread = null, quality = 'good', reason = null }: Partial<Omit<Metric, 'value' | 'unit'>> = {},
): Metric {
  return {
    value: rounded(value, digits[unit]),
    unit,
    n,
    spread: spread === null || !Number.isFinite(spread) ? null : rounded(spread, digits[unit]),
    quality,
    reason,
  };
}

/** A value that is not there, and why. */
export function missing(unit: Unit, reason: string, n: number | null = null): Metric {
  return { value: null, unit, n, spread: null, quality: 'none', reason };
}

const order: readonly Quality[] = ['good', 'fair', 'poor', 'none'];

/** The least of several qualities. */
export function worst(...qualities: readonly Quality[]): Quality {
  return qualities.reduce((a, b) => (order.indexOf(a) >= order.indexOf(b) ? a : b));
}

/** What speaks against a value: how good it can be at best, and why. */
export interface Doubt {
  readonly atBest: Quality;
  readonly reason: string;
}

/** The quality that the doubts leave, with the reason of the worst of them. */
export function judged(doubts: readonly Doubt[]): { quality: Quality; reason: string | null } {
  const quality = worst('good', ...doubts.map(({ atBest }) => atBest));
  return { quality, reason: doubts.find(({ atBest }) => atBest === quality)?.reason ?? null };
}
