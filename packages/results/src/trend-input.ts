import { type TrendEvent, type TrendInput, timeMetricNames, trendMetricNames } from '@piaffe/trend/contract';
import type { Ride } from './gather-results.ts';
import { metricAt } from './metric-at.ts';

interface Told {
  readonly events: readonly TrendEvent[];
  readonly timeZone: string;
  readonly until: string | null;
}

/** What the trend is asked about rides that were analysed. */
export function trendInput(rides: readonly Ride[], { events, timeZone, until }: Told): TrendInput {
  return {
    sessions: rides.map(({ id, startedAt, result: { algorithm, context } }) => ({
      id,
      startedAt,
      algorithm: `${algorithm.name}@${algorithm.version}`,
      type: context.type ?? null,
      surface: context.surface ?? null,
      rider: context.rider ?? null,
      mount: context.mount ?? null,
    })),
    metrics: trendMetricNames.map((name) => {
      const found = rides.map((ride) => metricAt(ride.result.metrics, name));
      return {
        name,
        values: found.map(({ value }) => value),
        qualities: found.map(({ quality }) => quality),
      };
    }),
    times: timeMetricNames.map((name) => ({
      name,
      values: rides.map((ride) => metricAt(ride.result.metrics, name).value),
    })),
    events: [...events],
    timeZone,
    until,
  };
}
