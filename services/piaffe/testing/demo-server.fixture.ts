import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aggregationContract } from '@piaffe/aggregation/contract';
import { aggregationModule } from '@piaffe/aggregation/create';
import { authContract, type Principal } from '@piaffe/auth/contract';
import { authModule } from '@piaffe/auth/create';
import type { Demo } from '@piaffe/gateway/contract';
import { bind } from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { sessionsModule } from '@piaffe/sessions/create';
import { stableContract } from '@piaffe/stable/contract';
import { stableModule } from '@piaffe/stable/create';
import { openStore } from '@piaffe/storage';
import { pino } from 'pino';
import { allMigrations } from '../src/compose/data-folder.ts';
import { allPages } from '../src/demo/all-pages.ts';
import { startDemo } from '../src/demo/demo.ts';
import { anySession, type DemoNeeds } from '../src/demo/demo-needs.ts';

const smallDemo = fileURLToPath(new URL('./small-demo.fixture.ts', import.meta.url));
const now = () => new Date('2026-05-04T10:00:00.000Z');

/** The modules of a server on a data folder of its own, with whatever demo stable is started on them. */
export interface DemoServer extends DemoNeeds, AsyncDisposable {
  /** Begins, or goes on after what was disposed of; by itself with a small stable of four rides. */
  startDemo(config?: { readonly wanted?: boolean; readonly rides?: string }): Promise<Demo & AsyncDisposable>;
  /** Whom the first sign-in link signs in. */
  signIn(): Promise<Principal>;
  /** All that an account has, in an order of its own. */
  contentOf(principal: Principal): Promise<Content>;
}

export interface Content {
  readonly horses: readonly { readonly id: string; readonly name: string; readonly demo: boolean }[];
  readonly riders: readonly string[];
  readonly events: readonly string[];
  readonly rides: readonly {
    readonly id: string;
    readonly horse: string;
    readonly startedAt: string | null;
    readonly notes: readonly string[];
    readonly state: string;
  }[];
}

export async function demoServer(): Promise<DemoServer> {
  const resources = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-demo-'));
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  const store = resources.use(await openStore(folder, { migrations: await allMigrations() }));
  const { database, blobs } = store;
  const log = pino({ level: 'silent' });
  const ofAuth = authModule.create({ database, now, log }, {});
  resources.defer(async () => ofAuth[Symbol.asyncDispose]?.());
  const auth = bind(authContract, ofAuth);
  const stable = bind(stableContract, stableModule.create({ database, now }, {}));
  const aggregation = bind(aggregationContract, aggregationModule.create({ files: blobs }, {}));
  const ofSessions = sessionsModule.create(
    { database, blobs, aggregation, stable, now: () => new Date(), log },
    { concurrent: 1 },
  );
  resources.defer(async () => ofSessions[Symbol.asyncDispose]?.());
  const sessions = bind(sessionsContract, ofSessions);
  const needs = { auth, stable, sessions, database, blobs, log };

  return {
    ...needs,
    startDemo: ({ wanted = true, rides = smallDemo } = {}) =>
      startDemo(needs, { wanted, rides: [rides], now }),
    async signIn() {
      const { secret } = await auth.createSignInLink({});
      const { account } = await auth.signInWithLink({ secret, from: '192.0.2.1' });
      return { account: account.id, role: account.role };
    },
    async contentOf(principal) {
      const horses = await allPages((page) => stable.horses({ principal, archived: false, ...page }));
      const riders = await allPages((page) => stable.riders({ principal, archived: false, ...page }));
      const events = await Promise.all(
        horses.map(({ id: horse }) => allPages((page) => stable.horseEvents({ principal, horse, ...page }))),
      );
      const listed = await allPages((page) => sessions.list({ ...anySession, principal, ...page }));
      const rides = await Promise.all(
        listed.map(({ id: session }) => sessions.session({ principal, session })),
      );
      return {
        horses: horses.map(({ id, name, demo }) => ({ id, name, demo })),
        riders: riders.map(({ name }) => name),
        events: events.flat().map(({ horse, kind, text }) => `${nameOf(horses, horse)} ${kind} ${text}`),
        rides: rides.map(({ id, horse, startedAt, notes, state }) => ({
          id,
          horse: nameOf(horses, horse),
          startedAt,
          notes: notes.map(({ text }) => text),
          state,
        })),
      };
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

function nameOf(horses: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return horses.find((horse) => horse.id === id)?.name ?? 'gone';
}

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(10);
}
