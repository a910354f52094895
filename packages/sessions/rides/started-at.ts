import { Failure } from '@piaffe/kernel';

const form =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;
const clockMayBeAhead = 24 * 3600 * 1000;
/** Before it there were no such sensors: it is what a clock says that was never set, or a mistake. */
const earliest = '1980-01-01T00:00:00.000Z';

/** What somebody says about when a recording began. Throws `started-at-not-valid`. */
export function checkedStart(startedAt: string, now: Date): string {
  const utc = utcOf(startedAt);
  if (utc === null) {
    const detail = `"${startedAt.slice(0, 60)}" is no time with an offset, such as 2026-05-01T18:30:00+02:00.`;
    throw notValid(detail);
  }
  if (Date.parse(utc) > now.getTime() + clockMayBeAhead)
    throw notValid(`${startedAt} lies in the future: check the clock of the device.`);
  if (utc < earliest)
    throw notValid(`${startedAt} is too long ago for a ride: check the clock of the device.`);
  return startedAt;
}

/** The same moment in UTC; null for what is no ISO 8601 time with an offset. */
export function utcOf(startedAt: string): string | null {
  if (!form.test(startedAt)) return null;
  const [, month, day] = startedAt.slice(0, 10).split('-').map(Number);
  const time = Date.parse(startedAt.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  const daysInMonth = new Date(Date.UTC(Number(startedAt.slice(0, 4)), month ?? 1, 0)).getUTCDate();
  if (Number.isNaN(time) || (day ?? 0) > daysInMonth) return null;
  const utc = new Date(time).toISOString();
  // At the ends of the four-digit years an offset leads beyond them, where text does not sort any more.
  return /^\d{4}-/.test(utc) ? utc : null;
}

/** False of a time that a clock tells which was never set. */
export const isPlausible = (utc: string): boolean => utc >= earliest;

/** The moment so many seconds later, at the same offset. */
export function laterBy(startedAt: string, seconds: number): string {
  if (seconds === 0) return startedAt;
  const [offset = 'Z', sign, hours = 0, minutes = 0] = /(?:Z|([+-])(\d\d):?(\d\d))$/.exec(startedAt) ?? [];
  const east = (sign === '-' ? -60_000 : 60_000) * (60 * Number(hours) + Number(minutes));
  const local = Date.parse(utcOf(startedAt) ?? startedAt) + Math.round(seconds * 1000) + east;
  return new Date(local).toISOString().slice(0, -1) + offset;
}

export const notValid = (detail: string) => new Failure('started-at-not-valid', { detail });
