const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Round instants between `from` and `to`, so far apart that at most `most` of them are needed. */
export function timeMarks(from: number, to: number, most: number): number[] {
  const least = (to - from) / Math.max(1, most);
  const step = steps.find((each) => each >= least) ?? Math.ceil(least / 3600) * 3600;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
