import type { Metric } from '@piaffe/client';
import { type Band, besideBand } from '../session/usual/beside-band.ts';

/** What can be said of two values of one metric, given what was usual before the later one. */
export type Said = 'within' | 'outside' | 'uncertain' | 'unknown';

export function saidOf(a: Metric, b: Metric, band: Band | null): Said {
  if ([a, b].some(({ quality }) => quality === 'poor' || quality === 'none')) return 'uncertain';
  if (band === null) return 'unknown';
  return [a, b].some((metric) => besideBand(metric, band) !== null) ? 'outside' : 'within';
}
