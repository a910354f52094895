/** The part of a ride that is looked at, in s from the first sample. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A closer look would show single strides, which the series (one value a second) do not hold. */
export const shortest = 10;

/** The window between two instants, whichever comes first; widened where it would be too short, kept inside the ride. */
export function select(whole: Window, one: number, other: number): Window {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  const lack = Math.max(0, Math.min(shortest, length(whole)) - (to - from));
  return keepInside(whole, { from: from - lack / 2, to: to + lack / 2 });
}

/** `factor` above 1 comes closer; the instant `around` stays where it is. */
export function zoom(whole: Window, window: Window, factor: number, around = middle(window)): Window {
  const width = Math.min(Math.max(length(window) / factor, Math.min(shortest, length(whole))), length(whole));
  const share = (around - window.from) / length(window);
  const from = around - share * width;
  return keepInside(whole, { from, to: from + width });
}

/** Moves by so many seconds, as far as there is ride. */
export function pan(whole: Window, window: Window, by: number): Window {
  return keepInside(whole, { from: window.from + by, to: window.to + by });
}

export function isWhole(whole: Window, window: Window): boolean {
  return length(window) >= length(whole) - 1e-6;
}

export function length({ from, to }: Window): number {
  return to - from;
}

function middle({ from, to }: Window): number {
  return (from + to) / 2;
}

/** Shifts before it cuts, so that the length stays. */
function keepInside(whole: Window, { from, to }: Window): Window {
  if (to - from >= length(whole)) return whole;
  if (from < whole.from) return { from: whole.from, to: whole.from + (to - from) };
  if (to > whole.to) return { from: whole.to - (to - from), to: whole.to };
  return { from, to };
}
