import type { Load } from '../schemas/trend.ts';
import { loadDays } from './load-days.ts';
import { type DaySession, weeksOf } from './weeks.ts';

/** Load by week and day up to day number `last`. Several sessions of a day add up; one without a load leaves its day unknown. */
export function loadOf(sessions: readonly DaySession[], last: number): Load {
  if (sessions.length === 0) return { weeks: [], days: [], reason: 'no recordings' };
  const first = Math.min(...sessions.map(({ day }) => day));
  const loads = new Array<number | null>(last - first + 1).fill(null);
  const unknown = new Set<number>();
  for (const { day, load } of sessions) {
    if (load === null) unknown.add(day - first);
    else loads[day - first] = (loads[day - first] ?? 0) + load;
  }
  for (const day of unknown) loads[day] = null;
  return { weeks: weeksOf(sessions, loads, first, last), ...loadDays(loads, first) };
}
