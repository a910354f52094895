import { existsSync } from 'node:fs';
import { aggregationContract } from '@piaffe/aggregation/contract';
import type { Files } from '@piaffe/aggregation/create';
import { authContract } from '@piaffe/auth/contract';
import { dashboardFolder } from '@piaffe/dashboard';
import { gatewayContract } from '@piaffe/gateway/contract';
import type { PartHealth } from '@piaffe/gateway/create';
import {
  type AnyHostedModule,
  bind,
  type Client,
  type Contract,
  type HostedModule,
  type Plan,
} from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import type { Database, Migrations, Reference, Store } from '@piaffe/storage';
import type { Logger } from 'pino';
import manifest from '../package.json' with { type: 'json' };
import type { ServerSettings } from './serve/server-settings.ts';

// The modules compiled into this executable. Each is loaded where it is created: a process that leaves it to another one
// starts sooner and stays smaller without its code.

/** Where a server lives and what it goes by. */
interface Machine {
  readonly settings: ServerSettings;
  readonly plan: Plan;
  readonly store: Store;
  readonly log: Logger;
  readonly health: () => readonly PartHealth[];
}

const now = () => new Date();

/** All modules of the server. Each comes behind those it calls while it is created. */
export function serverModules({ settings, plan, store, log, health }: Machine): readonly AnyHostedModule[] {
  const { database, blobs } = store;
  return [
    aggregation(blobs),
    auth(database, log),
    hosted(stableContract, async () => {
      const { stableModule } = await import('@piaffe/stable/create');
      return stableModule.create({ database, now }, {});
    }),
    hosted(sessionsContract, async (client) => {
      const { sessionsModule } = await import('@piaffe/sessions/create');
      const needs = { stable: client(stableContract), aggregation: client(aggregationContract) };
      return sessionsModule.create(
        { ...needs, database, blobs, now, log: log.child({ module: 'sessions' }) },
        { concurrent: analysesAtOnce(plan) },
      );
    }),
    hosted(gatewayContract, async (client) => {
      const { gatewayModule } = await import('@piaffe/gateway/create');
      const needs = {
        auth: client(authContract),
        stable: client(stableContract),
        sessions: client(sessionsContract),
      };
      return gatewayModule.create(
        { ...needs, blobs, now, health, log: log.child({ module: 'gateway' }) },
        {
          version: manifest.version,
          basePath: settings.basePath,
          publicUrl: settings.publicUrl,
          trustProxy: settings.trustProxy ?? false,
          dashboardFolder: existsSync(dashboardFolder) ? dashboardFolder : null,
        },
      );
    }),
  ];
}

export const moduleNames = [
  aggregationContract,
  authContract,
  stableContract,
  sessionsContract,
  gatewayContract,
].map(({ name }) => name);

/** Those that need no database, so that they may run in a process beside the server. */
export const movableModules: readonly string[] = [aggregationContract.name];

/** As many as are worked on at once; one, where they run on the thread of the server. */
function analysesAtOnce({ modules, processes }: Plan): number {
  const placement = modules[aggregationContract.name];
  return placement?.shape === 'process' ? processes[placement.process].workers : 1;
}

/** Aggregation alone, in this process. */
export async function bindAggregation(files: Files): Promise<Client<typeof aggregationContract>> {
  const { aggregationModule } = await import('@piaffe/aggregation/create');
  return bind(aggregationContract, aggregationModule.create({ files }, {}));
}

/** Auth alone, in this process, until it is disposed of. */
export async function bindAuth(
  { database }: Pick<Store, 'database'>,
  log: Logger,
): Promise<AsyncDisposable & { readonly client: Client<typeof authContract> }> {
  const { authModule } = await import('@piaffe/auth/create');
  const implementation = authModule.create({ database, now, log }, {});
  return {
    client: bind(authContract, implementation),
    [Symbol.asyncDispose]: async () => implementation[Symbol.asyncDispose]?.(),
  };
}

/** `movableModules`, as a process beside the server creates them. */
export function computationModules(files: Files): readonly AnyHostedModule[] {
  return [aggregation(files)];
}

/** The tables of all modules. */
export async function allMigrations(): Promise<Migrations> {
  const [auth, stable, sessions] = await Promise.all([
    import('@piaffe/auth/create'),
    import('@piaffe/stable/create'),
    import('@piaffe/sessions/create'),
  ]);
  return { auth: auth.migrations, stable: stable.migrations, sessions: sessions.migrations };
}

/** Every blob that a module refers to, in words for whoever runs the server. */
export async function* allReferences(database: Database): AsyncGenerator<Reference> {
  const { referencedBlobs } = await import('@piaffe/sessions/create');
  for await (const { sha256, neededBy, id } of referencedBlobs(database)) {
    yield { sha256, what: neededBy === 'recording' ? `recording ${id}` : `the ${neededBy} ${id}` };
  }
}

function aggregation(files: Files): HostedModule<typeof aggregationContract> {
  return hosted(aggregationContract, async () => {
    const { aggregationModule } = await import('@piaffe/aggregation/create');
    return aggregationModule.create({ files }, {});
  });
}

function auth(database: Database, log: Logger): HostedModule<typeof authContract> {
  return hosted(authContract, async () => {
    const { authModule } = await import('@piaffe/auth/create');
    return authModule.create({ database, now, log: log.child({ module: 'auth' }) }, {});
  });
}

function hosted<C extends Contract>(contract: C, create: HostedModule<C>['create']): HostedModule<C> {
  return { contract, create };
}
