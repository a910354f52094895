import type { Span } from '@piaffe/recordings';
import { median } from '@piaffe/signal';
import type { GaitSequence } from '../gaits/gait-sequence.ts';
import type { Motion } from '../motion/motion.ts';
import { overlap } from '../motion/overlap.ts';
import type { MovingGait, Segment } from '../schemas/session-result.ts';
import { strideInstants } from './stride-instants.ts';
import { type VerticalPosition, verticalPosition } from './vertical-position.ts';

/** One stride; heights are of the sensor. */
export interface Stride {
  /** s */
  readonly from: number;
  readonly to: number;
  /** Highest minus lowest vertical position within the stride, m. */
  readonly height: number;
  /**
   * Two-beat gaits only, m: first minus second lowest point, and second minus first highest point, in the order
   * low, high, low, high (for z = -A cos 2wt + B cos(wt + p) these are 2B cos p and 2B sin p).
   */
  readonly lowDifference: number;
  readonly highDifference: number;
}

/** The measured strides of one segment of a gait, in order; those that a gap or a change of rhythm cuts are left out. */
export interface SegmentStrides {
  readonly gait: MovingGait;
  readonly from: number;
  readonly to: number;
  readonly strides: readonly Stride[];
}

/** How far (s) the height of a stride is disturbed by a gap beside it. */
const gapSeconds = 0.5;
/** Steps (s) in which the expected stride frequency is asked for; between them it changes evenly. */
const gridSeconds = 0.5;

/**
 * Splits every segment in a gait with strides into its strides. A segment that goes on from one recording into the next
 * is one in each: which half-stride is which is not known across them.
 */
export function segmentStrides(motion: Motion, sequence: GaitSequence): SegmentStrides[] {
  const segments = sequence.segments.filter(moves).flatMap((segment) => withinParts(segment, motion.parts));
  return segments.map((segment) => {
    const { gait, from, to } = segment;
    const { typical, strideHz } = expectedStrideHz(segment, sequence);
    const position = verticalPosition(motion, from, to, typical);
    const beats = gait === 'canter' || gait === 'gallop' ? 1 : 2;
    const instants = strideInstants(position, motion.rateHz, segment, beats, strideHz);
    const strides = instants
      .slice(1)
      .map((end, i) => strideBetween(position, motion.rateHz, instants[i], end))
      .filter((stride) => plausible(stride, strideHz));
    return { gait, from, to, strides: measuredThroughout(strides, motion) };
  });
}

/** Gaits that only people name: how their strides look is not known here. */
const untold: readonly Segment['gait'][] = ['tolt', 'pace'];

function moves(segment: Segment): segment is Segment & { gait: MovingGait } {
  return segment.gait !== 'halt' && segment.gait !== 'unknown' && !untold.includes(segment.gait);
}

function withinParts<S extends Span>(segment: S, parts: readonly Span[]): S[] {
  return parts
    .filter((part) => overlap(segment, part) > 0)
    .map((part, i, those) => ({
      ...segment,
      from: i === 0 ? segment.from : part.from,
      to: i === those.length - 1 ? segment.to : part.to,
    }));
}

/** Stride frequency (Hz) within a segment as the spectra see it: its median, and at an instant (s). */
function expectedStrideHz({ gait, from, to }: Segment, sequence: GaitSequence) {
  const grid: number[] = [];
  for (let at = from; at < to; at += gridSeconds) grid.push(sequence.strideHz(gait, at) ?? 1);
  const last = grid.length - 1;
  const strideHz = (at: number) => {
    const place = Math.min(last, Math.max(0, (at - from) / gridSeconds));
    const left = Math.floor(place);
    const right = Math.min(last, left + 1);
    return grid[left] + (grid[right] - grid[left]) * (place - left);
  };
  return { typical: median(grid), strideHz };
}

function plausible(stride: Stride, strideHz: (at: number) => number): boolean {
  const expected = 1 / strideHz((stride.from + stride.to) / 2);
  const duration = stride.to - stride.from;
  return duration > 0.6 * expected && duration < 1.6 * expected;
}

/**
 * Without the strides that a gap reaches into: what was put in there has no height. Where that would leave less than a
 * third of a segment's strides, all of them stay; the usable share of the recording tells.
 */
function measuredThroughout(strides: readonly Stride[], motion: Motion): readonly Stride[] {
  const clear = strides.filter(
    (stride) =>
      !motion.gaps.some((gap) => stride.from < gap.to + gapSeconds && stride.to > gap.from - gapSeconds),
  );
  return 3 * clear.length >= strides.length ? clear : strides;
}

function strideBetween(position: VerticalPosition, rateHz: number, from: number, to: number): Stride {
  const first = extremes(position, rateHz, from, (from + to) / 2);
  const second = extremes(position, rateHz, (from + to) / 2, to);
  return {
    from,
    to,
    height: Math.max(first.high, second.high) - Math.min(first.low, second.low),
    lowDifference: first.low - second.low,
    highDifference: second.high - first.high,
  };
}

function extremes(position: VerticalPosition, rateHz: number, from: number, to: number) {
  let low = Infinity;
  let high = -Infinity;
  const end = Math.min(position.metres.length, Math.round(to * rateHz) - position.first);
  for (let i = Math.max(0, Math.round(from * rateHz) - position.first); i < end; i++) {
    if (position.metres[i] < low) low = position.metres[i];
    if (position.metres[i] > high) high = position.metres[i];
  }
  return { low, high };
}
