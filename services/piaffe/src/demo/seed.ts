import { setTimeout } from 'node:timers/promises';
import type { Principal } from '@piaffe/auth/contract';
import { Failure } from '@piaffe/kernel';
import type { Session } from '@piaffe/sessions/contract';
import { allPages } from './all-pages.ts';
import { allRiders, anySession, type DemoNeeds, demoHorses } from './demo-needs.ts';
import type { DemoHorse, DemoRide, RideFile } from './demo-plan.ts';
import { patiently } from './patiently.ts';
import type { DemoKind, Progress } from './progress.ts';
import type { RideWriter } from './ride-writer.ts';

export interface Seeding {
  readonly principal: Principal;
  readonly writer: RideWriter;
  readonly progress: Progress;
  /** How many rides have been handed in and analysed, of all. */
  readonly tell: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** So many rides wait for their analysis at most: those of the riders themselves come soon. */
const waitingAtMost = 3;
const lookEveryMilliseconds = 250;

/**
 * Hands a whole stable in, as its riders would have done: horses, riders and what happened first, then one ride after the
 * other. Each step looks whether it was made before, so that a seeding which was cut off anywhere goes on from there.
 */
export async function seed(needs: DemoNeeds, seeding: Seeding): Promise<void> {
  const { writer, progress, signal, tell } = seeding;
  const { plan } = writer;
  const step = <T>(body: () => Promise<T>) => patiently(body, { log: needs.log, signal });

  await step(() => progress.expect(plan.rides.length));
  const rides = await progress.made('ride');
  let handedIn = plan.rides.filter(({ key }) => rides.has(key)).length;
  const untilFewerWaitThan = async (atMost: number) => {
    for (;;) {
      const { queued, running } = await step(() => needs.sessions.work({}));
      tell(Math.max(0, handedIn - queued - running), plan.rides.length);
      if (queued + running < atMost) return;
      await setTimeout(lookEveryMilliseconds, undefined, { signal });
    }
  };

  for (const horse of plan.horses) await step(() => addHorse(needs, seeding, horse));
  for (const name of plan.riders) await step(() => addRider(needs, seeding, name));
  for (const horse of plan.horses) await step(() => addEvents(needs, seeding, horse));
  for (const [place, ride] of plan.rides.entries()) {
    if (rides.has(ride.key)) continue;
    await untilFewerWaitThan(waitingAtMost);
    await step(() => addRide(needs, seeding, ride, () => writer.write(place)));
    handedIn += 1;
  }
  await untilFewerWaitThan(1);
}

/** What is under that key already: as noted, or as a step that was cut off before its note has left it. */
async function once(
  progress: Progress,
  kind: DemoKind,
  key: string,
  { find, make }: { readonly find: () => Promise<string | undefined>; readonly make: () => Promise<string> },
): Promise<void> {
  if ((await progress.made(kind)).has(key)) return;
  await progress.note(kind, key, (await find()) ?? (await make()));
}

function addHorse(needs: DemoNeeds, { principal, progress }: Seeding, { key, profile }: DemoHorse) {
  return once(progress, 'horse', key, {
    find: async () => (await demoHorses(needs, principal)).find(({ name }) => name === profile.name)?.id,
    make: async () => (await needs.stable.addHorse({ principal, profile, demo: true })).id,
  });
}

function addRider(needs: DemoNeeds, { principal, progress }: Seeding, name: string) {
  return once(progress, 'rider', name, {
    find: async () => (await allRiders(needs, principal)).find((rider) => rider.name === name)?.id,
    make: async () => (await needs.stable.addRider({ principal, name })).id,
  });
}

async function addEvents(
  { stable }: DemoNeeds,
  { principal, progress }: Seeding,
  { key, events }: DemoHorse,
) {
  const horse = (await progress.made('horse')).get(key);
  if (horse == null) return;
  for (const { at, kind, text } of events) {
    await unlessRefused(async () => {
      const there = () => allPages((page) => stable.horseEvents({ principal, horse, ...page }));
      await once(progress, 'event', `${key} ${at} ${kind}`, {
        find: async () => (await there()).find((each) => each.at === at && each.kind === kind)?.id,
        make: async () => (await stable.addHorseEvent({ principal, horse, at, kind, text })).id,
      });
    });
  }
}

async function addRide(
  needs: DemoNeeds,
  seeding: Seeding,
  ride: DemoRide,
  write: () => Promise<RideFile>,
): Promise<void> {
  const { principal, progress } = seeding;
  const horse = (await progress.made('horse')).get(ride.horse);
  let sha256: string | null = null;
  if (horse != null) {
    const session = await unlessRefused(
      async () =>
        (await findRide(needs, principal, horse, ride)) ?? (await keep(needs, seeding, horse, ride, write)),
    );
    if (session !== null) {
      await addNotes(needs, principal, session, ride);
      sha256 = session.recordings[0]?.sha256 ?? null;
    }
  }
  await progress.note('ride', ride.key, sha256);
}

async function findRide(
  { sessions }: DemoNeeds,
  principal: Principal,
  horse: string,
  { startedAt }: DemoRide,
): Promise<Session | null> {
  const began = Date.parse(startedAt);
  const [from, to] = [began, began + 1].map((at) => new Date(at).toISOString()) as [string, string];
  const { items } = await sessions.list({
    ...anySession,
    principal,
    horse,
    from,
    to,
    limit: 1,
    after: null,
  });
  return items[0] === undefined ? null : await sessions.session({ principal, session: items[0].id });
}

async function keep(
  { sessions, blobs }: DemoNeeds,
  { principal, progress }: Seeding,
  horse: string,
  { startedAt, type, surface, rider }: DemoRide,
  write: () => Promise<RideFile>,
): Promise<Session> {
  const { name, bytes } = await write();
  async function* chunks() {
    yield bytes;
  }
  const blob = await blobs.put(chunks());
  const ridden = rider === null ? null : ((await progress.made('rider')).get(rider) ?? null);
  const context = { type, surface, rider: ridden, mount: 'girth' as const };
  const { session } = await sessions.keep({ principal, horse, blob, name, startedAt, context });
  return session;
}

async function addNotes(
  { sessions }: DemoNeeds,
  principal: Principal,
  session: Session,
  { notes }: DemoRide,
) {
  for (const { at, text } of notes) {
    if (session.notes.some((note) => note.text === text)) continue;
    await unlessRefused(() => sessions.addNote({ principal, session: session.id, at, text }));
  }
}

/** Null where the horse, the rider or the ride has been deleted by hand meanwhile: the demo then does without. */
async function unlessRefused<T>(step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
