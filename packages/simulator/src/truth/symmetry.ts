import { absent, known, type Metric, noScore, rounded } from './metric.ts';
import type { Span } from './spans.ts';
import { mean, median, robustStandardDeviation } from './statistics.ts';
import type { Stride } from './strides.ts';

/** A stretch of straight trot; mm. */
export interface SymmetryPhase {
  readonly from: number;
  readonly to: number;
  readonly strides: number;
  readonly minDiff: number;
  readonly maxDiff: number;
  readonly range: number;
  readonly relativeSign: 1 | -1 | null;
}

export type Symmetry = Readonly<Record<'score' | 'minDiff' | 'maxDiff' | 'range', Metric>>;

/** Straight trot shorter than this says nothing about symmetry. */
const leastStrides = 8;

/**
 * Symmetry of the given spans of straight trot: per span, and over all of them. Magnitudes of the signed median over
 * strides; the sign follows the same diagonal throughout.
 */
export function symmetryOf(
  spans: readonly Span[],
  strides: readonly Stride[],
): { phases: SymmetryPhase[]; symmetry: Symmetry } {
  const phases: SymmetryPhase[] = [];
  const all: Stride[] = [];
  for (const { from, to } of spans) {
    const own = strides.filter((stride) => stride.gait === 'trot' && stride.from >= from && stride.to <= to);
    if (own.length < leastStrides) continue;
    all.push(...own);
    const minDiff = 1000 * median(own.map((stride) => stride.minDiff));
    const maxDiff = 1000 * median(own.map((stride) => stride.maxDiff));
    phases.push({
      from: rounded(from, 3),
      to: rounded(to, 3),
      strides: own.length,
      minDiff: rounded(Math.abs(minDiff), 2),
      maxDiff: rounded(Math.abs(maxDiff), 2),
      range: rounded(1000 * mean(own.map(({ range }) => range)), 2),
      relativeSign:
        Math.min(Math.abs(minDiff), Math.abs(maxDiff)) < 0.5 ? null : minDiff * maxDiff > 0 ? 1 : -1,
    });
  }
  if (all.length === 0) {
    const none = () => absent('mm', `no ${leastStrides} strides of straight trot in a row`);
    return {
      phases,
      symmetry: { score: absent('1', noScore), minDiff: none(), maxDiff: none(), range: none() },
    };
  }
  const figure = (pick: (stride: Stride) => number) => {
    const values = all.map((stride) => 1000 * pick(stride));
    return known(Math.abs(median(values)), 'mm', all.length, robustStandardDeviation(values));
  };
  const ranges = all.map(({ range }) => 1000 * range);
  return {
    phases,
    symmetry: {
      score: absent('1', noScore),
      minDiff: figure(({ minDiff }) => minDiff),
      maxDiff: figure(({ maxDiff }) => maxDiff),
      range: known(mean(ranges), 'mm', all.length, robustStandardDeviation(ranges)),
    },
  };
}
