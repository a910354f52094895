import type { SessionEvent } from '@piaffe/client';
import type { HorseWithRides } from './load-stable.ts';

/** The stable after something happened to a ride; `ask-again` when more has changed than the event tells. */
export function withEvent(
  stable: readonly HorseWithRides[],
  { session, horse, state, progress }: SessionEvent,
): HorseWithRides[] | 'ask-again' {
  const home = stable.find((one) => one.horse.id === horse);
  const ride = home?.rides.find(({ id }) => id === session);
  if (home === undefined) return [...stable];
  // One that is not shown may be the latest, on its way into an answer that was asked for before it was done.
  if (ride === undefined || ride.state !== state) return 'ask-again';
  return stable.map((one) =>
    one === home
      ? { ...one, rides: one.rides.map((each) => (each === ride ? { ...ride, progress } : each)) }
      : one,
  );
}
