/** A month as `YYYY-MM`, a day as `YYYY-MM-DD`: both are the same wherever one is. */

const day = (date: Date) => date.toISOString().slice(0, 10);
const first = (month: string) => new Date(`${month}-01T00:00:00Z`);

/** The weeks of a month from Monday to Sunday; null for the days of other months. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const start = first(month);
  const before = (start.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const number = week * 7 + weekday - before + 1;
      if (number < 1 || number > length) return null;
      return day(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), number)));
    }),
  );
}

/** The month so many months later. */
export function laterMonth(month: string, by: number): string {
  const start = first(month);
  return day(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + by, 1))).slice(0, 7);
}

/** The day on the clocks of a time zone. */
export function dayIn(timeZone: string, instant: string | Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(new Date(instant));
}

/** A little more than the month, in UTC: no time zone is farther than a day away. */
export function around(month: string): { readonly from: string; readonly to: string } {
  const hours = 36 * 3_600_000;
  return {
    from: new Date(first(month).getTime() - hours).toISOString(),
    to: new Date(first(laterMonth(month, 1)).getTime() + hours).toISOString(),
  };
}
