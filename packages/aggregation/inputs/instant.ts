/** Seconds since 1970; null where there is no such instant. */
export function secondsSince1970(instant: string): number | null {
  const offset = /[+-]\d{4}$/.exec(instant)?.[0];
  const text = offset ? `${instant.slice(0, -2)}:${instant.slice(-2)}` : instant;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000;
}

/** The instant so many seconds later, to the millisecond, at the same offset from UTC. Null where there is no such instant. */
export function later(instant: string, seconds: number): string | null {
  const start = secondsSince1970(instant);
  if (start === null) return null;
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d{2}):?(\d{2})$/.exec(instant) ?? [];
  const east = (sign === '-' ? -60 : 60) * (60 * Number(hours) + Number(minutes));
  const local = new Date(Math.round((start + seconds + east) * 1000)).toISOString();
  return sign === undefined ? local : local.slice(0, -1) + instant.slice(instant.lastIndexOf(sign));
}
