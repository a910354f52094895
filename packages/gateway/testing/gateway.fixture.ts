import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { aggregationContract } from '@piaffe/aggregation/contract';
import { aggregationModule } from '@piaffe/aggregation/create';
import { authContract, type Scope } from '@piaffe/auth/contract';
import { authModule, migrations as ofAuth } from '@piaffe/auth/create';
import { bind, type Client } from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { migrations as ofSessions, sessionsModule } from '@piaffe/sessions/create';
import { stableContract } from '@piaffe/stable/contract';
import { migrations as ofStable, stableModule } from '@piaffe/stable/create';
import { openStore, type Store } from '@piaffe/storage';
import { trendContract } from '@piaffe/trend/contract';
import { trendModule } from '@piaffe/trend/create';
import type { FastifyBaseLogger } from 'fastify';
import { type Demo, gatewayContract } from '../contract.ts';
import { type Config, gatewayModule, type Needs } from '../create.ts';
import { type Browser, browserAt } from './browser.fixture.ts';

export const password = 'Otter lamp thirteen!';

/** A whole server on a free port of this machine, with a data folder of its own. All of it is gone after the test. */
export interface Gateway {
  /** With the base path, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly auth: Client<typeof authContract>;
  readonly needs: Needs;
  /** Every line of the log, as JSON. */
  readonly logged: string[];
  drain(seconds: number): Promise<void>;
  /** Somebody who has not signed in. */
  anonymous(): Browser;
  /** The administrator, signed in by the link of the first start. */
  administrator(): Promise<Browser>;
  /** A rider who accepted an invitation, signed in. */
  rider(name: string): Promise<Browser>;
}

type Changes = Partial<Config> & {
  readonly needs?: (needs: Needs) => Partial<Needs>;
  /** For all who ask it. */
  readonly stable?: (stable: Client<typeof stableContract>) => Client<typeof stableContract>;
};

export async function startGateway(
  t: TestContext,
  { needs: changed, stable: stableChanged = (same) => same, ...config }: Changes = {},
): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-gateway-'));
  const resources = new AsyncDisposableStack();
  t.after(() => resources.disposeAsync());
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  const migrations = { auth: ofAuth, stable: ofStable, sessions: ofSessions };
  const store = resources.use(await openStore(folder, { migrations }));
  const { database, blobs } = store;
  const now = () => new Date();
  const logged: string[] = [];
  const log = collecting(logged);

  const ofTheAuth = authModule.create({ database, now, log }, { passwordCost: cheap });
  resources.use(ofTheAuth as unknown as AsyncDisposable);
  const auth = bind(authContract, ofTheAuth);
  const stable = stableChanged(bind(stableContract, stableModule.create({ database, now }, {})));
  const aggregation = bind(aggregationContract, aggregationModule.create({ files: blobs }, {}));
  const ofTheSessions = sessionsModule.create(
    { database, blobs, stable, aggregation, now, log },
    { concurrent: 1 },
  );
  resources.use(ofTheSessions as unknown as AsyncDisposable);
  const sessions = bind(sessionsContract, ofTheSessions);

  const trend = bind(trendContract, trendModule.create({}, {}));

  const real: Needs = {
    auth,
    stable,
    sessions,
    trend,
    blobs,
    demo: noDemo,
    dataFolder: {
      size: async () => ({ free: 3, total: 4, database: 1, recordings: 2 }),
      scratch: () => mkdtemp(join(folder, 'incoming', 'import-')),
    },
    now,
    log,
    health: () => [],
  };
  const needs = { ...real, ...changed?.(real) };
  const module = gatewayModule.create(needs, {
    version: '0.0.0',
    basePath: '',
    dashboardFolder: null,
    trustProxy: false,
    ...config,
  });
  resources.use(module as unknown as AsyncDisposable);
  const gateway = bind(gatewayContract, module);
  const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 });

  const anonymous = () => browserAt(url);
  let theAdministrator: Promise<Browser> | null = null;
  const administrator = () => (theAdministrator ??= signInByLink());
  async function signInByLink() {
    const browser = anonymous();
    const { secret: token } = await auth.createSignInLink({});
    await browser.post('/sign-in', { token }).then(({ ok }) => ok());
    return browser;
  }
  return {
    url,
    port: Number(new URL(url).port),
    store,
    auth,
    needs,
    logged,
    anonymous,
    administrator,
    async rider(name) {
      const invited = await (await administrator()).post('/invitations', {});
      const { token } = invited.ok<{ token: string }>();
      const browser = anonymous();
      (await browser.post('/invitations/accept', { token, name, password })).ok();
      return browser;
    },
    drain: async (seconds) => void (await gateway.drain({ seconds })),
  };
}

/** A token of whoever is signed in, as the headers that show it. */
export async function tokenOf(browser: Browser, ...scopes: Scope[]): Promise<{ authorization: string }> {
  const answer = await browser.post('/tokens', { name: scopes.join(), scopes });
  return { authorization: `Bearer ${answer.ok<{ secret: string }>().secret}` };
}

/** A new horse of whoever is signed in. */
export async function horseOf(browser: Browser, name = 'Quarz'): Promise<string> {
  const answer = await browser.post('/horses', { name, timeZone: 'Europe/Berlin' });
  return answer.ok<{ id: string }>().id;
}

const noDemo: Demo = {
  status: () => ({ state: 'none', done: 0, total: 0 }),
  remove: async () => {},
};

const cheap = { memory: 64, passes: 1, parallelism: 1 };

function collecting(lines: string[]): FastifyBaseLogger {
  const write = (fields: unknown, message?: string) => void lines.push(JSON.stringify({ fields, message }));
  const log = { level: 'debug', silent() {}, child: () => log } as unknown as FastifyBaseLogger;
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) log[level] = write;
  return log;
}
