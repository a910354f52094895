import type { Span } from '@piaffe/recordings';

/** Seconds that two spans have in common. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}
