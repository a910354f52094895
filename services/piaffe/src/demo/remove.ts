import type { Principal } from '@piaffe/auth/contract';
import { Failure } from '@piaffe/kernel';
import type { ListedSession } from '@piaffe/sessions/contract';
import type { Horse } from '@piaffe/stable/contract';
import { allPages } from './all-pages.ts';
import { anySession, type DemoNeeds, demoHorses } from './demo-needs.ts';
import type { Progress } from './progress.ts';

/**
 * Deletes the horses, riders and rides of the demo for good. What somebody added to it is theirs and stays: a ride of their
 * own on a simulated horse moves to a horse of the same name. May be cut off anywhere and done again.
 */
export async function removeDemo(needs: DemoNeeds, principal: Principal, progress: Progress): Promise<void> {
  const { sessions, stable } = needs;
  const ofDemo = new Set((await progress.made('ride')).values());
  const horses = await demoHorses(needs, principal);
  const isDemo = ({ recordings }: ListedSession) => recordings.every(({ sha256 }) => ofDemo.has(sha256));
  const all = await allPages((page) => sessions.list({ ...anySession, principal, ...page }));

  for (const horse of horses) {
    const own = all.filter((session) => session.horse === horse.id && !isDemo(session));
    if (own.length > 0) await moveToOwnHorse(needs, principal, horse, own);
  }
  const strayed = all.filter((session) => isDemo(session) && !horses.some(({ id }) => id === session.horse));
  for (const { id: session } of strayed) {
    const back = horses[0];
    await unlessGone(() =>
      back === undefined
        ? sessions.remove({ principal, session })
        : sessions.change({ principal, session, changes: { horse: back.id } }),
    );
  }

  for (const { id: horse } of horses) {
    await sessions.purge({ principal, horse });
    await unlessGone(() => stable.removeHorse({ principal, horse }));
  }
  const left = await allPages((page) => sessions.list({ ...anySession, principal, ...page }));
  for (const rider of (await progress.made('rider')).values()) {
    if (rider === null || left.some(({ context }) => context.rider === rider)) continue;
    await unlessGone(() => stable.removeRider({ principal, rider }));
  }
}

async function moveToOwnHorse(
  { stable, sessions }: DemoNeeds,
  principal: Principal,
  { name, breed, birthYear, massKg, usualMount, timeZone }: Horse,
  own: readonly ListedSession[],
): Promise<void> {
  const profile = { name, breed, birthYear, massKg, usualMount, timeZone };
  const { id: horse } = await stable.addHorse({ principal, profile, demo: false });
  for (const { id: session } of own) {
    await unlessGone(() => sessions.change({ principal, session, changes: { horse } }));
  }
}

/** Somebody else may have removed it meanwhile. */
async function unlessGone(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
