import type { Principal } from '@piaffe/auth/contract';
import { closed, Failure, Id, nullable } from '@piaffe/kernel';
import type { Numbers, Session } from '@piaffe/sessions/contract';
import { Baseline, MetricTrend, TrendGroup, trendMetricNames, trendMetrics } from '@piaffe/trend/contract';
import { type Static, Type } from 'typebox';
import type { Needs } from '../needs.ts';
import { anySession } from '../session-filter.ts';
import { trendInput } from './trend-input.ts';

const { metric, unit } = MetricTrend.properties;
const { n, median, low, high, reason } = Baseline.properties;

/** What was usual for a horse before one of its rides, among rides that can be compared with it. */
export const Usual = closed({
  session: Id,
  comparable: nullable(TrendGroup),
  metrics: Type.Array(closed({ metric, unit, n, median, low, high, reason })),
});
export type Usual = Static<typeof Usual>;

export async function usualFor(
  needs: Pick<Needs, 'stable' | 'sessions' | 'trend'>,
  principal: Principal,
  { horse, session: id }: { readonly horse: string; readonly session: string },
): Promise<Usual> {
  const { timeZone } = await needs.stable.horse({ principal, horse });
  const session = await needs.sessions.session({ principal, session: id });
  if (session.horse !== horse) throw notOfThisHorse();
  const why = whyNothingCompares(session);
  if (why !== null) return { session: id, comparable: null, metrics: nothing(why) };

  const to = new Date(session.startedAt!).toISOString();
  const numbers = await needs.sessions.numbers({
    principal,
    ...anySession,
    horse,
    to,
    metrics: [...trendMetricNames],
  });
  const before = rowsOf(numbers, (row) => row.id !== id && isComparable(row, session));
  if (before.sessions.length === 0) {
    return { session: id, comparable: null, metrics: nothing('no comparable ride before this one') };
  }
  const input = { ...trendInput(before), times: [], events: [], timeZone, until: null };
  const { groups, metrics } = await needs.trend.trend(input);
  return { session: id, comparable: groups[0] ?? null, metrics: metrics.map(usualOf) };
}

type Row = Numbers['sessions'][number];

function usualOf({ metric, unit, baselines }: Static<typeof MetricTrend>): Usual['metrics'][number] {
  const [baseline] = baselines;
  if (baseline === undefined) return { metric, unit, ...none('not measured in comparable rides') };
  const { group: _, ...rest } = baseline;
  return { metric, unit, ...rest };
}

const none = (reason: string) => ({ n: 0, median: null, low: null, high: null, reason });

function nothing(reason: string): Usual['metrics'] {
  return trendMetricNames.map((metric) => ({ metric, unit: trendMetrics[metric], ...none(reason) }));
}

function whyNothingCompares({ startedAt, computed }: Session): string | null {
  if (startedAt === null) return 'nobody knows when this ride began';
  return computed === null ? 'this ride has no result yet' : null;
}

/** The same algorithm, type, surface, rider and mount, as trend's groups have it. */
function isComparable(row: Row, { computed, context }: Session): boolean {
  return (
    row.algorithm === `${computed?.algorithm}@${computed?.version}` &&
    row.type === context.type &&
    row.surface === context.surface &&
    row.rider === context.rider &&
    row.mount === context.mount
  );
}

/** The same columns, of those rows alone. */
function rowsOf({ sessions, columns }: Numbers, isKept: (row: Row) => boolean) {
  const kept = sessions.flatMap((row, index) => (isKept(row) ? [index] : []));
  const pick = <T>(values: readonly T[]) => kept.map((index) => values[index]!);
  return {
    sessions: pick(sessions),
    columns: columns.map(({ name, values, qualities }) => ({
      name,
      values: pick(values),
      qualities: pick(qualities),
    })),
  };
}

const notOfThisHorse = () =>
  new Failure('session-not-found', { detail: 'This horse has no such session. Look it up in your list.' });
