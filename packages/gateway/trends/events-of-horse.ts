import type { Principal } from '@piaffe/auth/contract';
import type { TrendEvent } from '@piaffe/trend/contract';
import { allPages } from '../all-pages.ts';
import type { Needs } from '../needs.ts';

/** What happened to a horse from `from` and before `to`, in order of time. */
export async function eventsOfHorse(
  { stable }: Pick<Needs, 'stable'>,
  principal: Principal,
  horse: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<TrendEvent[]> {
  const events: TrendEvent[] = [];
  for await (const { at, kind, text } of allPages((page) =>
    stable.horseEvents({ principal, horse, ...page }),
  )) {
    if ((from === null || at >= from) && (to === null || at < to)) events.push({ at, kind, text });
  }
  return events.reverse();
}
