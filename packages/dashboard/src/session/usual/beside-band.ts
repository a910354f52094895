import type { Metric } from '@piaffe/client';
import type { Band } from './usual-context.tsx';

/** On which side of the usual range a value lies; null inside it, and where the value is not good enough to say so. */
export function besideBand(
  { value, quality }: Pick<Metric, 'value' | 'quality'>,
  { low, high }: Band,
): 'above' | 'below' | null {
  if (value === null || quality === 'poor' || quality === 'none') return null;
  return value > high ? 'above' : value < low ? 'below' : null;
}
