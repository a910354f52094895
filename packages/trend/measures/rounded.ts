import type { Unit } from '@piaffe/aggregation/contract';

/** Digits behind the point that a trend is told to, by unit; a slope has two more. */
const digits: Readonly<Record<Unit, number>> = {
  s: 2,
  '1/min': 2,
  cm: 2,
  mm: 2,
  min: 2,
  bpm: 1,
  m: 1,
  'm/min': 1,
  'kJ/kg': 2,
  '1': 4,
};

/** Rounds numbers of a unit, so that every platform gives the same. */
export function roundingIn(unit: Unit, more = 0): (value: number) => number {
  const factor = 10 ** (digits[unit] + more);
  return (value) => Math.round(value * factor) / factor + 0;
}

export function rounded(value: number, places: number): number {
  const factor = 10 ** places;
  return Math.round(value * factor) / factor + 0;
}
