import type { authContract, Principal } from '@piaffe/auth/contract';
import type { Client } from '@piaffe/kernel';
import type { sessionsContract } from '@piaffe/sessions/contract';
import type { Horse, Rider, stableContract } from '@piaffe/stable/contract';
import type { Store } from '@piaffe/storage';
import type { Logger } from 'pino';
import { allPages } from './all-pages.ts';

/** What the demo is made with: what any rider's app has, and the blobs a recording is put into. */
export interface DemoNeeds extends Pick<Store, 'database' | 'blobs'> {
  readonly auth: Client<typeof authContract>;
  readonly stable: Client<typeof stableContract>;
  readonly sessions: Client<typeof sessionsContract>;
  readonly log: Logger;
}

/** For a list of sessions: all of them. */
export const anySession = {
  horse: null,
  from: null,
  to: null,
  type: null,
  surface: null,
  rider: null,
  state: null,
  removed: false,
};

/** The simulated horses of an account, the archived ones among them. */
export async function demoHorses(
  { stable }: Pick<DemoNeeds, 'stable'>,
  principal: Principal,
): Promise<readonly Horse[]> {
  const lists = [false, true].map((archived) =>
    allPages((page) => stable.horses({ principal, archived, ...page })),
  );
  return (await Promise.all(lists)).flat().filter(({ demo }) => demo);
}

export async function allRiders(
  { stable }: Pick<DemoNeeds, 'stable'>,
  principal: Principal,
): Promise<readonly Rider[]> {
  const lists = [false, true].map((archived) =>
    allPages((page) => stable.riders({ principal, archived, ...page })),
  );
  return (await Promise.all(lists)).flat();
}
