import { parameters } from './parameters.ts';
import { SortedWindow } from './sorted-window.ts';

/** Of each value the median of it and those shortly before it, null while they are too few. */
export function rollingMedian(values: readonly number[]): (number | null)[] {
  const window = new SortedWindow(parameters.rollingOver);
  return values.map((value) => {
    window.push(value);
    return window.size < parameters.rollingAtLeast ? null : window.median();
  });
}
