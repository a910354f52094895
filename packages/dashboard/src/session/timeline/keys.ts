import { length, pan, type Window, zoom } from '../../ride/window.ts';

const step = 0.2;
const closer = 1.5;

/** What a key on the strip shows; null for a key that is not its own. */
export function windowAfterKey(whole: Window, window: Window, key: string): Window | null {
  switch (key) {
    case 'ArrowLeft':
      return pan(whole, window, -step * length(window));
    case 'ArrowRight':
      return pan(whole, window, step * length(window));
    case '+':
    case '=':
    case 'ArrowUp':
      return zoom(whole, window, closer);
    case '-':
    case '_':
    case 'ArrowDown':
      return zoom(whole, window, 1 / closer);
    case 'Home':
    case '0':
      return whole;
    default:
      return null;
  }
}

/** Where Shift and an arrow move the mark to: a fiftieth of what is shown, a second at least; null for other keys. */
export function markAfterKey(window: Window, mark: number | null, key: string): number | null {
  const by = Math.max(1, Math.round(length(window) / 50));
  const from = mark === null ? (window.from + window.to) / 2 : mark;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  return Math.min(window.to, Math.max(window.from, Math.round(from) + (key === 'ArrowLeft' ? -by : by)));
}
