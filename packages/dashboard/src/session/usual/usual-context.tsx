import type { Usual } from '@piaffe/client';
import { createContext, useContext } from 'react';
import type { TrendMetric } from '../../trends/trend-metrics.ts';
import type { Band } from './beside-band.ts';

export type UsualBand = Usual['metrics'][number];

/** What was usual for the horse before the ride; null while it is not known, or where nobody can tell. */
const UsualContext = createContext<Usual | null>(null);
export const UsualProvider = UsualContext;

export function useUsual(): Usual | null {
  return useContext(UsualContext);
}

/** The usual range of a metric, where there is one. */
export function bandOf(usual: Usual | null, metric: TrendMetric): (UsualBand & Band) | null {
  const found = usual?.metrics.find((one) => one.metric === metric);
  if (!found || found.low === null || found.high === null) return null;
  return { ...found, low: found.low, high: found.high };
}
