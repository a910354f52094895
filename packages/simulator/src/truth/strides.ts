import type { Motion } from '../motion.ts';
import { MotionReader } from '../motion-reader.ts';
import { forEachStride } from '../stride-times.ts';
import type { Segment } from './spans.ts';

/** One stride as it was: s and m. */
export interface Stride {
  readonly gait: Segment['gait'];
  readonly from: number;
  readonly to: number;
  /** Highest less lowest place of the sensor. */
  readonly range: number;
  /** Trot: lowest place of the first half-stride less that of the second; signed. */
  readonly minDiff: number;
  /** Trot: highest place after the second landing less that after the first; signed. */
  readonly maxDiff: number;
}

/** Points per stride; the parabola through the highest three leaves an error of some micrometres. */
const density = 96;

/**
 * Every whole stride of a moving gait, from the height of the sensor itself. Strides in which one way of going gives
 * way to another belong to neither, and a jump is no stride of the gait.
 */
export function measureStrides(motion: Motion, segments: readonly Segment[]): Stride[] {
  const reader = new MotionReader(motion);
  const blend = motion.course.blend.reader();
  const settled = (time: number) => Number.isInteger(blend.moveTo(time).value);
  const { jumps } = motion.course;
  const isJump = (from: number, to: number) => jumps.some(({ start, end }) => to > start && from < end);
  const strides: Stride[] = [];
  for (const { gait, from, to } of segments) {
    if (gait === 'halt') continue;
    let last: number | null = null;
    forEachStride(motion.course, from, to, 0, (time) => {
      if (last !== null && settled(last) && settled(time) && !isJump(last, time))
        strides.push(measureStride(reader, gait, last, time));
      last = time;
    });
  }
  return strides;
}

function measureStride(reader: MotionReader, gait: Segment['gait'], from: number, to: number): Stride {
  const range = new Extremes();
  const halves = [new Extremes(), new Extremes(), new Extremes(), new Extremes()] as const;
  const [secondLow, firstLow, firstHigh, secondHigh] = halves;
  const step = (to - from) / density;
  const start = reader.moveTo(from).strides;
  const points = gait === 'trot' ? density * 1.25 + 2 : density + 1;
  for (let i = -1; i < points; i++) {
    const { place, strides } = reader.moveTo(from + i * step);
    const height = place[2];
    const phase = strides - start;
    range.add(height, phase >= -1e-9 && phase <= 1 + 1e-9);
    if (gait !== 'trot') continue;
    // z = -A cos 2wt + B cos(wt + p): lows at 0.5 and 1 of the stride, highs at 0.25 and 0.75.
    secondLow.add(height, phase >= 0.25 && phase < 0.75);
    firstLow.add(height, phase >= 0.75 && phase < 1.25);
    firstHigh.add(height, phase >= 0 && phase < 0.5);
    secondHigh.add(height, phase >= 0.5 && phase < 1);
  }
  return {
    gait,
    from,
    to,
    range: range.highest - range.lowest,
    minDiff: gait === 'trot' ? firstLow.lowest - secondLow.lowest : 0,
    maxDiff: gait === 'trot' ? secondHigh.highest - firstHigh.highest : 0,
  };
}

/** The highest and lowest value of an evenly sampled curve within a window, between the samples too. */
class Extremes {
  highest = Number.NEGATIVE_INFINITY;
  lowest = Number.POSITIVE_INFINITY;
  #before = Number.NaN;
  #last = Number.NaN;
  #lastCounts = false;

  add(value: number, counts: boolean): void {
    if (this.#lastCounts) {
      const top = vertex(this.#before, this.#last, value);
      if (top > this.highest) this.highest = top;
      if (top < this.lowest) this.lowest = top;
    }
    if (counts) {
      if (value > this.highest) this.highest = value;
      if (value < this.lowest) this.lowest = value;
    }
    this.#before = this.#last;
    this.#last = value;
    this.#lastCounts = counts;
  }
}

/** Value at the vertex of the parabola through three points, or the middle one where there is no vertex. */
function vertex(before: number, at: number, after: number): number {
  const isPeak = (at >= before && at >= after) || (at <= before && at <= after);
  const bend = before - 2 * at + after;
  return isPeak && bend !== 0 ? at - (after - before) ** 2 / (8 * bend) : at;
}
