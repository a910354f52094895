import { type TrendEvent, type TrendInput, timeMetricNames, trendMetricNames } from '@piaffe/trend/contract';
import type { Ride } from './gather-results.ts';

interface Told {
  readonly events: readonly TrendEvent[];
  readonly timeZone: string;
  readonly until: string | null;
}

const qualities = ['good', 'fair', 'poor', 'none'] as const;

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
      const found = rides.map((ride) => metricAt(ride, name));
      return {
        name,
        values: found.map(({ value }) => value),
        qualities: found.map(({ quality }) => quality),
      };
    }),
    times: timeMetricNames.map((name) => ({ name, values: rides.map((ride) => metricAt(ride, name).value) })),
    events: [...events],
    timeZone,
    until,
  };
}

/** A metric by its path; without value where the result does not have it, being older. */
function metricAt({ result }: Ride, path: string) {
  let node: unknown = result.metrics;
  for (const key of path.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  }
  const { value, quality } = (node ?? {}) as Record<string, unknown>;
  const known = qualities.find((each) => each === quality) ?? 'none';
  const isThere = typeof value === 'number' && Number.isFinite(value) && known !== 'none';
  return isThere ? { value, quality: known } : { value: null, quality: 'none' as const };
}
