import { pan, select, type Window, zoom } from '../../ride/window.ts';

/** Where fingers (or the mouse) began and what was shown then: what they do depends on nothing else. */
export interface Gesture {
  readonly kind: 'select' | 'pan' | 'from' | 'to' | 'pinch';
  /** s, where each finger came down. */
  readonly began: readonly number[];
  readonly window: Window;
}

/** What a finger that comes down at `at` is about to do; `reach` is how far, in s, one may miss an edge. */
export function beginGesture(whole: Window, window: Window, at: number, reach: number): Gesture {
  const isPart = window.to - window.from < whole.to - whole.from - 1e-6;
  const kind = !isPart
    ? 'select'
    : Math.abs(at - window.from) <= reach
      ? 'from'
      : Math.abs(at - window.to) <= reach
        ? 'to'
        : at > window.from && at < window.to
          ? 'pan'
          : 'select';
  return { kind, began: [at], window };
}

/** What is shown when the fingers are at `now`, in s. */
export function follow(whole: Window, { kind, began, window }: Gesture, now: readonly number[]): Window {
  const [first = 0, second = 0] = now;
  const [start = 0, otherStart = 0] = began;
  if (kind === 'pan') return pan(whole, window, first - start);
  if (kind === 'from') return select(whole, first, window.to);
  if (kind === 'to') return select(whole, window.from, first);
  if (kind === 'select') return select(whole, start, first);
  const spread = Math.max(1e-6, Math.abs(otherStart - start));
  const factor = Math.max(1e-6, Math.abs(second - first)) / spread;
  return zoom(whole, window, factor, (start + otherStart) / 2);
}
