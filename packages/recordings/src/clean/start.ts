import { isEpoch } from './time-unit.ts';

/** ISO 8601 to the millisecond, of seconds since 1970, with that offset from UTC. */
export function toIso(seconds: number, offsetMinutes: number): string {
  const local = new Date(Math.round((seconds + offsetMinutes * 60) * 1000)).toISOString();
  if (offsetMinutes === 0) return local;
  const size = Math.abs(offsetMinutes);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${local.slice(0, -1)}${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/**
 * Instant of the first sample, when a stamp tells it: `stamps` are seconds since 1970 and since the first sample of rows
 * to be believed in that order (a clock that was set in between was wrong before). `offsetMinutes` is what dates said of
 * their offset: NaN for nothing, null when the stamps are bare numbers.
 */
export function findStart(
  stamps: readonly { readonly stamp: number; readonly since: number }[],
  offsetMinutes: number | null,
): { readonly startedAt: string | null; readonly note: string | null } {
  if (Number.isNaN(offsetMinutes)) {
    return {
      startedAt: null,
      note: 'The time stamps have no offset from UTC, so the moment the recording began is unknown; give it with --started-at.',
    };
  }
  const start = stamps.map(({ stamp, since }) => stamp - since).find(isEpoch);
  return { startedAt: start === undefined ? null : toIso(start, offsetMinutes ?? 0), note: null };
}
