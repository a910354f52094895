import { Unavailable } from '@piaffe/kernel';
import type { Trend, TrendInput } from '@piaffe/trend/contract';
import type { Needs } from '../needs.ts';

const feature =
  'Trends and what is usual for a horse cannot be told at the moment. Rides, their results and uploads go on.';

/** Asks trend; where it is away, whoever asked is told what that takes from them. */
export async function tellTrend({ trend }: Pick<Needs, 'trend'>, input: TrendInput): Promise<Trend> {
  try {
    return await trend.trend(input);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const { need, cause, message, retryAfter } = error;
    throw new Unavailable(need, cause, message, { feature, retryAfter });
  }
}
