import type { TimeMetric } from '../schemas/metric-names.ts';
import type { Week } from '../schemas/trend.ts';
import { dayOf, mondayOf } from './calendar.ts';
import { monotonyOf } from './monotony.ts';
import { rounded } from './rounded.ts';

/** What counts for the weeks of a session: its day, its load, and a look at its times (s). */
export interface DaySession {
  readonly day: number;
  readonly load: number | null;
  time(name: TimeMetric): number | null;
}

const gaits = ['halt', 'walk', 'trot', 'canter', 'gallop', 'tolt', 'pace'] as const;
const reins = ['left', 'straight', 'right'] as const;

/** Calendar weeks from the first session to day `last`, those without sessions included. `loads` are those of the days from `first`. */
export function weeksOf(
  sessions: readonly DaySession[],
  loads: readonly (number | null)[],
  first: number,
  last: number,
): Week[] {
  const byWeek = Map.groupBy(sessions, ({ day }) => mondayOf(day));
  const weeks: Week[] = [];
  for (let monday = mondayOf(first); monday <= last; monday += 7) {
    const ridden = byWeek.get(monday) ?? [];
    const minutes = (name: TimeMetric) =>
      rounded(ridden.reduce((sum, session) => sum + (session.time(name) ?? 0), 0) / 60, 2);
    const known = Array.from({ length: 7 }, (_, day) => loads[monday + day - first] ?? null);
    weeks.push({
      from: dayOf(monday),
      sessions: ridden.length,
      daysRecorded: new Set(ridden.map(({ day }) => day)).size,
      minutes: fromKeys(gaits, (gait) => minutes(`gaits.${gait}.time`)),
      reins: fromKeys(reins, (rein) => minutes(`reins.${rein}.time`)),
      load: rounded(
        ridden.reduce((sum, { load }) => sum + (load ?? 0), 0),
        1,
      ),
      ...monotonyOf(known),
    });
  }
  return weeks;
}

function fromKeys<K extends string>(keys: readonly K[], value: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, number>;
}
