import { shortDate, timeOfDay } from '../format/dates.ts';
import { words } from '../pieces/words.ts';

interface Ride {
  readonly startedAt: string | null;
  readonly receivedAt: string;
}

/** What a ride is called in a list: when it began, where the horse is; else when it was uploaded. */
export function rideName({ startedAt, receivedAt }: Ride, timeZone: string): string {
  const at = startedAt ?? receivedAt;
  const name = `${shortDate(at, timeZone)}, ${timeOfDay(at, timeZone)}`;
  return startedAt === null ? words.uploadedAt(name) : name;
}
