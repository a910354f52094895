import type { Span } from '@piaffe/recordings';
import { overlap } from './overlap.ts';

/** 1 for each whole second, of the `count` from 0 on, whose surroundings (half a second to both sides) gaps mostly fill. */
export function mostlyIn(gaps: readonly Span[], count: number): Uint8Array {
  const filled = new Float64Array(count);
  for (const gap of gaps) {
    const last = Math.min(count - 1, Math.round(gap.to));
    for (let at = Math.round(gap.from); at <= last; at++)
      filled[at] += overlap(gap, { from: at - 0.5, to: at + 0.5 });
  }
  return Uint8Array.from(filled, (seconds) => (seconds > 0.5 ? 1 : 0));
}
