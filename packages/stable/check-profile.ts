import { Failure } from '@piaffe/kernel';
import type { HorseProfile } from './contract.ts';

/** Throws the declared failures for what a schema cannot tell. */
export function checkProfile(
  { timeZone, birthYear }: Partial<Pick<HorseProfile, 'timeZone' | 'birthYear'>>,
  now: Date,
): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    const detail = `There is no time zone "${timeZone}". Give its name in the IANA list, such as Europe/Berlin.`;
    throw new Failure('time-zone-not-known', { detail });
  }
  if (typeof birthYear === 'number' && birthYear > latestYear(now)) {
    const detail = `${birthYear} is in the future. Give the year in which the horse was born, or leave it open.`;
    throw new Failure('birth-year-not-valid', { detail });
  }
}

/** A name: offsets such as +02:00 know no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Of the places where the year begins first, 14 hours ahead of UTC. */
const latestYear = (now: Date) => new Date(now.getTime() + 14 * 3_600_000).getUTCFullYear();
