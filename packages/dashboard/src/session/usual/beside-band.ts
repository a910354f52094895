import type { Metric } from '@piaffe/client';

/** What is usual of a metric, in its unit. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** On which side of the usual range a value lies; null inside it, and where the value is not good enough to say so. */
export function besideBand(
  { value, quality }: Pick<Metric, 'value' | 'quality'>,
  { low, high }: Band,
): 'above' | 'below' | null {
  if (value === null || quality === 'poor' || quality === 'none') return null;
  return value > high ? 'above' : value < low ? 'below' : null;
}
