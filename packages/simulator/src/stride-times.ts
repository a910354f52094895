import type { Course } from './course.ts';
import type { TrackReader } from './track.ts';

/** When `count` strides have been taken since the start of the ride, s; `near` is where to look. */
export function timeOfStride(strideHz: TrackReader, count: number, near: number): number {
  let time = near;
  for (let i = 0; i < 50; i++) {
    const { integral, value } = strideHz.moveTo(time);
    const step = (count - integral) / value;
    time += step;
    if (Math.abs(step) < 1e-10) break;
  }
  return time;
}

/** Calls back at every whole number of strides plus `phase` from `from` to `to`, in order. */
export function forEachStride(
  course: Course,
  from: number,
  to: number,
  phase: number,
  visit: (time: number, count: number) => void,
): void {
  const strideHz = course.strideHz.reader();
  let time = from;
  for (let count = Math.ceil(strideHz.moveTo(from).integral - phase); ; count++) {
    time = timeOfStride(strideHz, count + phase, time);
    if (time > to) return;
    if (time >= from) visit(time, count);
  }
}
