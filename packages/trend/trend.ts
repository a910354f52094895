import { dayNumber } from './measures/calendar.ts';
import { groupsOf } from './measures/groups.ts';
import { judgements } from './measures/judgements.ts';
import { loadOf } from './measures/load.ts';
import { metricTrend, type SessionInTime } from './measures/metric-trend.ts';
import { parameters } from './measures/parameters.ts';
import { versionChanges } from './measures/version-changes.ts';
import { orderSessions } from './order-sessions.ts';
import { trendMetricNames } from './schemas/metric-names.ts';
import type { OutOfRange, Trend } from './schemas/trend.ts';
import type { TrendInput } from './schemas/trend-input.ts';

/** Any change of any number in any trend is a new version. */
export const algorithm = { name: 'piaffe-trend', version: '1.0.0' } as const;

const weekMilliseconds = 7 * 86_400_000;

/** sessions -> groups -> measures per metric -> load -> what is out of range. Throws the Failure `sessions-not-valid`. */
export function trend(input: TrendInput): Trend {
  const ordered = orderSessions(input);
  const { sessions, instants, dayAt } = ordered;
  const { groups, groupOf } = groupsOf(sessions);
  const inTime = sessions.map(
    ({ id, startedAt }, index): SessionInTime => ({
      id,
      startedAt,
      week: (instants[index] - instants[0]) / weekMilliseconds,
      group: groupOf[index],
    }),
  );
  const followed = trendMetricNames.flatMap((metric) => {
    const column = ordered.values(metric);
    return column?.values.some((value) => value !== null)
      ? [metricTrend(metric, inTime, column.values, column.qualities)]
      : [];
  });

  const loads = ordered.values('load.gaitMinutes')?.values;
  const days = instants.map((instant) => dayNumber(dayAt(instant)));
  const lastDay = ordered.until === null ? 0 : dayNumber(dayAt(ordered.until));
  const load = loadOf(
    days.map((day, index) => ({
      day,
      load: loads?.[index] ?? null,
      time: (name) => ordered.times(name)?.[index] ?? null,
    })),
    lastDay,
  );

  return {
    algorithm: { ...algorithm, parameters: { ...parameters, judgements } },
    sessions: inTime.map(({ id, startedAt, group }) => ({ id, at: startedAt, group })),
    groups,
    versionChanges: versionChanges(sessions),
    events: input.events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    metrics: followed.map((each) => each.trend),
    load,
    outOfRange: newestFirst(
      followed.flatMap((each) => each.outOfRange),
      new Map(sessions.map(({ id }, index) => [id, index])),
    ),
  };
}

/** What is still going on comes first, then by the last session. */
function newestFirst(runs: readonly OutOfRange[], positions: ReadonlyMap<string, number>): OutOfRange[] {
  const last = ({ sessions }: OutOfRange) => positions.get(sessions.at(-1)!)!;
  return runs.toSorted((a, b) => Number(b.ongoing) - Number(a.ongoing) || last(b) - last(a));
}
