import type { Random } from '../random.ts';

/** The demo covers twelve weeks; days count from 0, the last is the day before `now`. */
export const weeks = 12;
export const lastDay = 7 * weeks - 1;

const dayMilliseconds = 86_400_000;

/** Local midnight at the beginning of a day of the demo, ms since 1970 in UTC. */
export function midnightOf(day: number, now: Date, utcOffsetMinutes: number): number {
  const offset = 60_000 * utcOffsetMinutes;
  const today = Math.floor((now.getTime() + offset) / dayMilliseconds);
  return (today - lastDay - 1 + day) * dayMilliseconds - offset;
}

/** 0 is Sunday. */
export function weekdayOf(day: number, now: Date, utcOffsetMinutes: number): number {
  const local = midnightOf(day, now, utcOffsetMinutes) + 60_000 * utcOffsetMinutes;
  return (Math.floor(local / dayMilliseconds) + 4) % 7;
}

/** ISO 8601 with the offset. */
export function isoLocal(milliseconds: number, utcOffsetMinutes: number): string {
  const local = new Date(milliseconds + 60_000 * utcOffsetMinutes).toISOString().slice(0, 19);
  const size = Math.abs(utcOffsetMinutes);
  const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0');
  return `${local}${utcOffsetMinutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** Two days in a week, in some weeks three, among the weekdays a horse is ridden; the last day where `last` says so. */
export function drawDays(
  weekdays: readonly number[],
  weekdayOfDay: (day: number) => number,
  busyWeeks: readonly number[],
  last: boolean,
  random: Random,
): number[] {
  const days: number[] = [];
  for (let week = 0; week < weeks; week++) {
    const candidates = [0, 1, 2, 3, 4, 5, 6]
      .map((i) => 7 * week + i)
      .filter((day) => weekdays.includes(weekdayOfDay(day)))
      .map((day) => ({ day, draw: last && day === lastDay ? -1 : random.uniform() }));
    if (last && week === weeks - 1 && !candidates.some(({ day }) => day === lastDay))
      candidates.push({ day: lastDay, draw: -1 });
    candidates.sort((a, b) => a.draw - b.draw);
    const count = busyWeeks.includes(week) ? 3 : 2;
    days.push(...candidates.slice(0, count).map(({ day }) => day));
  }
  return days.sort((a, b) => a - b);
}
