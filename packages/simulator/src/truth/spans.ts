import type { Course } from '../course.ts';
import type { Gait } from '../gait.ts';

export interface Segment {
  readonly gait: Gait;
  readonly from: number;
  readonly to: number;
}

export type Rein = 'left' | 'straight' | 'right' | 'none';

export interface ReinSegment {
  readonly rein: Rein;
  readonly from: number;
  readonly to: number;
}

/** The gaits in order; they touch each other and cover the ride. */
export function segmentsOf(course: Course): Segment[] {
  const segments: Segment[] = [];
  for (const { pattern, from, to } of course.stretches) {
    const last = segments.at(-1);
    if (last?.gait === pattern.gait) segments[segments.length - 1] = { ...last, to };
    else segments.push({ gait: pattern.gait, from, to });
  }
  return segments;
}

const window = 4;
const beginsAt = (10 * Math.PI) / 180;
const endsAt = (5 * Math.PI) / 180;
const step = 0.02;

/**
 * The reins as ridden: the mean heading rate over 4 s; a curve begins at 10 deg/s and ends at 5. Standing has none.
 * The swinging of the trunk in the rhythm of the gait is no turn and is left out.
 */
export function reinsOf(course: Course, segments: readonly Segment[]): ReinSegment[] {
  const reins: ReinSegment[] = [];
  const before = course.headingRate.reader();
  const after = course.headingRate.reader();
  for (const { gait, from, to } of segments) {
    if (gait === 'halt') {
      append(reins, 'none', from, to);
      continue;
    }
    let rein: Rein = 'straight';
    const count = Math.max(1, Math.round((to - from) / step));
    for (let i = 0; i < count; i++) {
      const start = from + (i * (to - from)) / count;
      const middle = start + step / 2;
      const left = Math.max(middle - window / 2, 0);
      const right = Math.min(middle + window / 2, course.duration);
      const rate = (after.moveTo(right).integral - before.moveTo(left).integral) / (right - left);
      if (rate >= beginsAt) rein = 'left';
      else if (rate <= -beginsAt) rein = 'right';
      else if (Math.abs(rate) < endsAt || (rein === 'left') !== rate > 0) rein = 'straight';
      append(reins, rein, start, i + 1 === count ? to : from + ((i + 1) * (to - from)) / count);
    }
  }
  return reins;
}

function append(reins: ReinSegment[], rein: Rein, from: number, to: number): void {
  const last = reins.at(-1);
  if (last?.rein === rein) reins[reins.length - 1] = { ...last, to };
  else reins.push({ rein, from, to });
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What two lists of spans, each in order, have in common. */
export function intersection(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (const one of a)
    for (const other of b) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (to > from) common.push({ from, to });
    }
  return common;
}

export const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
