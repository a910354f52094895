import type { Principal } from '@piaffe/auth/contract';
import { closed } from '@piaffe/kernel';
import { Numbers } from '@piaffe/sessions/contract';
import { Trend, type TrendInput, type TrendMetric } from '@piaffe/trend/contract';
import type { Static } from 'typebox';
import type { Needs } from '../needs.ts';
import { anySession } from '../session-filter.ts';
import { eventsOfHorse } from './events-of-horse.ts';
import { columnsAsked, trendInput } from './trend-input.ts';

/** The track record of a horse, and how many rides cannot be in it. */
export const HorseTrend = closed({
  ...Trend.properties,
  withoutStart: Numbers.properties.withoutStart,
});
export type HorseTrend = Static<typeof HorseTrend>;

export interface TrendAsked {
  readonly horse: string;
  readonly filter: Partial<Omit<typeof anySession, 'horse'>> | Readonly<Record<string, string>>;
  readonly metrics: readonly TrendMetric[];
}

type Telling = Pick<Needs, 'stable' | 'sessions' | 'now'> & {
  readonly told: (input: TrendInput) => Promise<string>;
};

/** What the rides that were asked for tell, told for the end of that time or, without one, for now. A `HorseTrend` as JSON. */
export async function horseTrend(
  needs: Telling,
  principal: Principal,
  { horse, filter, metrics }: TrendAsked,
): Promise<string> {
  const { timeZone } = await needs.stable.horse({ principal, horse });
  const asked = { ...anySession, ...filter, horse };
  const [numbers, events] = await Promise.all([
    needs.sessions.numbers({ principal, ...asked, metrics: columnsAsked(metrics) }),
    eventsOfHorse(needs, principal, horse, asked),
  ]);
  const until = lastOf(asked.to ?? thisHour(needs.now()), numbers.sessions.at(-1)?.startedAt);
  const trend = await needs.told({ ...trendInput(numbers), events, timeZone, until });
  return `${trend.slice(0, -1)},"withoutStart":${numbers.withoutStart}}`;
}

/** What is told for now is the same for a while. */
function thisHour(now: Date): string {
  return new Date(now.setUTCMinutes(0, 0, 0)).toISOString();
}

/** A clock that was wrong may have put a ride into the future. */
function lastOf(one: string, other: string | undefined): string {
  return other !== undefined && Date.parse(other) > Date.parse(one) ? other : one;
}
