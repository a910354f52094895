import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { authContract, type Principal } from '@piaffe/auth/contract';
import { gatewayContract } from '@piaffe/gateway/contract';
import type { Host, Plan } from '@piaffe/kernel';
import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { openStore, type Store } from '@piaffe/storage';
import type { Logger } from 'pino';
import { assetFolder } from '../assets.ts';
import type { CommandContext } from '../commands/command-context.ts';
import { allMigrations } from '../compose/data-folder.ts';
import { declaredIn } from '../compose/declared-in.ts';
import { programAgain } from '../computation.ts';
import { noDemo, startDemo } from '../demo/demo.ts';
import { demoRidesWord } from '../internal-words.ts';
import { addressesFor } from './addresses.ts';
import { whyNotServed } from './cannot-serve.ts';
import { takeFaultsFromParent } from './faults-by-parent.ts';
import { isPlanName, loadPlan, partsApart } from './load-plan.ts';
import { partHealth } from './part-health.ts';
import { serverOutput } from './server-output.ts';
import type { ServerSettings } from './server-settings.ts';
import { tokenFor } from './service-token.ts';
import { leaveWord, type Serving, serverOf } from './serving-file.ts';
import { signInUrl } from './sign-in-url.ts';
import { startModules } from './start-modules.ts';

interface Surroundings extends Pick<CommandContext, 'stdout' | 'stderr' | 'signal'> {
  /** Whether the process that started this one may make things go wrong on purpose. */
  readonly drill: boolean;
}

const noPages =
  'There are no pages, only the API: from source, "npm start" builds them; else there is no room for them.';

/**
 * Serves until the signal is aborted, then lets what is in flight end. Rejects with `CannotServe` when it cannot begin, or
 * when the disk fails.
 */
export async function runServer(settings: ServerSettings, surroundings: Surroundings): Promise<void> {
  const { stdout, stderr, signal, drill } = surroundings;
  const { log, line } = serverOutput(stdout, settings.logLevel);
  await using running = new AsyncDisposableStack();
  const { host, store, url } = await begin(settings, log, running, signal).catch(async (error) => {
    throw whyNotServed(error, await serverOf(settings.dataFolder));
  });
  if (drill) takeFaultsFromParent(host.faults);
  line(`ready ${url}`);
  if (stderr.isTTY) await welcome(host, settings, url, stderr);

  await aborted(AbortSignal.any([signal, store.failed]));
  log.info({ seconds: settings.drainSeconds }, 'stopping once what is in flight has ended');
  await host.client(gatewayContract).drain({ seconds: settings.drainSeconds });
  if (store.failed.aborted) throw whyNotServed(store.failed.reason);
}

/** Opens and starts everything, in this order; `running` ends it in the opposite one. */
async function begin(
  settings: ServerSettings,
  log: Logger,
  running: AsyncDisposableStack,
  signal: AbortSignal,
): Promise<{ readonly host: Host; readonly store: Store; readonly url: string }> {
  const { dataFolder, host: address, port } = settings;
  const plan = await loadPlan(settings.plan);
  const apart = partsApart(plan);
  const token = tokenFor(plan);
  const migrations = await allMigrations();
  const store = running.use(
    await openStore(dataFolder, { migrations, part: apart.length === 0 ? null : gatewayContract.name }),
  );
  const scratch = async () => {
    const folder = await store.scratch();
    running.defer(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  const folders = {
    dashboardFolder: await assetFolder('packages/dashboard/dist', scratch),
    swaggerUiFolder: await assetFolder('node_modules/@fastify/swagger-ui/static', scratch),
  };
  if (folders.dashboardFolder === null) log.warn({}, noPages);
  let demo = noDemo;
  const declared = declaredIn(plan);
  const edge = {
    settings,
    folders,
    demo: {
      status: (principal: Principal) => demo.status(principal),
      remove: (principal: Principal) => demo.remove(principal),
    },
    health: () => partHealth(declared, host.status()),
  };
  const host: Host = running.use(
    await startModules({ plan, store, log, edge, token, only: Object.keys(plan.modules) }),
  );
  signal.throwIfAborted();
  const needs = {
    auth: host.client(authContract),
    stable: host.client(stableContract),
    sessions: host.client(sessionsContract),
    database: store.database,
    blobs: store.blobs,
    log: log.child({ module: 'demo' }),
  };
  demo = running.use(
    await startDemo(needs, {
      wanted: settings.demo,
      rides: programAgain(demoRidesWord).args,
      now: () => new Date(),
    }),
  );
  const { url } = await host.client(gatewayContract).listen({ host: address, port });
  running.use(await leaveWord(dataFolder, wordOf(settings, plan, url), signal));
  return { host, store, url };
}

function wordOf({ plan: named }: ServerSettings, { name }: Plan, url: string): Serving {
  // The command that reads it may be started in another folder.
  return { url, pid: process.pid, plan: isPlanName(named) ? named : resolve(named), planName: name };
}

/** What somebody who has just started a server at a terminal wants to know next. */
async function welcome(
  host: Host,
  settings: ServerSettings,
  url: string,
  terminal: NodeJS.WritableStream,
): Promise<void> {
  const { publicUrl, dataFolder } = settings;
  const elsewhere = publicUrl === null ? addressesFor(settings.host, url) : [];
  for (const address of elsewhere) terminal.write(`From a phone or another machine: ${address}\n`);
  const auth = host.client(authContract);
  if ((await auth.isEmpty({})).empty) {
    const { secret } = await auth.createSignInLink({});
    terminal.write(`
Nobody has an account here yet. This link makes you the administrator, once, within 15 minutes:
  ${signInUrl(publicUrl ?? url, secret)}
`);
  }
  terminal.write(`\nRides are kept in ${dataFolder}. Ctrl-C ends the server.\n`);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
