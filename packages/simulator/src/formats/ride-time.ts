import type { Ride } from '../simulate.ts';

type Started = Pick<Ride, 'startedAt'>;

/** When the first sample was taken, ns since 1970. */
export function startNanoseconds({ startedAt }: Started): bigint {
  const milliseconds = Date.parse(startedAt);
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${startedAt}" is no time`);
  return BigInt(milliseconds) * 1_000_000n;
}

/** ISO 8601 in UTC of a moment this many seconds into the ride. */
export function isoTime({ startedAt }: Started, seconds: number): string {
  return new Date(Date.parse(startedAt) + 1000 * seconds).toISOString();
}
