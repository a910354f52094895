/** A number with its honesty, as in every result of Piaffe; a truth is always good, or it is not there. */
export interface Metric {
  readonly value: number | null;
  readonly unit: 's' | '1/min' | 'cm' | 'mm' | 'min' | 'bpm' | 'm' | 'm/min' | '1';
  readonly n: number | null;
  readonly spread: number | null;
  readonly quality: 'good' | 'none';
  readonly reason: string | null;
}

/** Digits after the point that a truth is stated with. */
const digits: Readonly<Record<Metric['unit'], number>> = {
  s: 2,
  '1/min': 2,
  cm: 2,
  mm: 2,
  min: 3,
  bpm: 1,
  m: 1,
  'm/min': 1,
  '1': 4,
};

export function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale + 0;
}

export function known(
  value: number,
  unit: Metric['unit'],
  n: number | null = null,
  spread: number | null = null,
): Metric {
  const round = (x: number) => rounded(x, digits[unit]);
  return {
    value: round(value),
    unit,
    n,
    spread: spread === null ? null : round(spread),
    quality: 'good',
    reason: null,
  };
}

export function absent(unit: Metric['unit'], reason: string): Metric {
  return { value: null, unit, n: null, spread: null, quality: 'none', reason };
}

/** Why there is no score out of ten. */
export const noScore = 'a score is a choice of the metric, not a property of the ride';
