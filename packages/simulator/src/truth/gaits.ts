import type { Course } from '../course.ts';
import type { MovingGait } from '../gait.ts';
import { absent, known, type Metric, noScore } from './metric.ts';
import { lengthOf, type Segment } from './spans.ts';
import { mean, robustStandardDeviation } from './statistics.ts';
import type { Stride } from './strides.ts';

/** The gaits with strides that a result has keys for; a synthetic horse has no tölt or pace. */
export type AnyMovingGait = MovingGait | 'tolt' | 'pace';

export interface TimeAndShare {
  readonly time: Metric;
  readonly share: Metric;
}

export interface GaitTruth extends TimeAndShare {
  readonly cadence: Metric;
  readonly elevation: Metric;
  readonly regularity: Metric;
  readonly strides: Metric;
}

export const notRidden = 'not ridden';

/** Seconds, and their share of `of` seconds. */
export function timeAndShare(seconds: number, of: number): TimeAndShare {
  return {
    time: known(seconds, 's'),
    share: of > 0 ? known(seconds / of, '1') : absent('1', notRidden),
  };
}

/** What one gait of a ride really was, from all its segments and strides. */
export function gaitTruth(
  gait: AnyMovingGait,
  course: Course,
  segments: readonly Segment[],
  strides: readonly Stride[],
): GaitTruth {
  const ridden = segments.filter((segment) => segment.gait === gait);
  if (ridden.length === 0)
    return {
      time: absent('s', notRidden),
      share: absent('1', notRidden),
      cadence: absent('1/min', notRidden),
      elevation: absent('cm', notRidden),
      regularity: absent('1', notRidden),
      strides: absent('1', notRidden),
    };
  const own = strides.filter((stride) => stride.gait === gait);
  const durations = own.map(({ from, to }) => to - from);
  const ranges = own.filter((stride) => !isNearJump(course, stride)).map(({ range }) => range * 100);
  const cadences = durations.map((duration) => 60 / duration);
  const count = strideCount(course, ridden);
  return {
    ...timeAndShare(lengthOf(ridden), course.duration),
    cadence: perStride('1/min', 60 / mean(durations), cadences),
    elevation: perStride('cm', mean(ranges), ranges),
    regularity: absent('1', noScore),
    strides: known(count, '1', count),
  };
}

/** The vertical movement of the gait is told apart from that of jumping by leaving out 1.5 s to either side. */
function isNearJump({ jumps }: Course, { from, to }: Stride): boolean {
  return jumps.some(({ takeOff, landing }) => Math.abs((takeOff + landing - from - to) / 2) < 1.5);
}

/** A figure over strides, with their spread. */
function perStride(unit: Metric['unit'], value: number, values: readonly number[]): Metric {
  if (values.length === 0) return absent(unit, 'not one whole stride between two changes of gait');
  return known(value, unit, values.length, robustStandardDeviation(values));
}

/** Strides taken within segments, parts of strides at their ends included, to the nearest whole. */
function strideCount(course: Course, segments: readonly Segment[]): number {
  const counter = course.strideHz.reader();
  return Math.round(
    segments.reduce(
      (sum, { from, to }) => sum + counter.moveTo(to).integral - counter.moveTo(from).integral,
      0,
    ),
  );
}
