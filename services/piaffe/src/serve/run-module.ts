import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Host, Plan } from '@piaffe/kernel';
import { openStore, readStoreId } from '@piaffe/storage';
import { answerBy, createCallServer } from '@piaffe/wire';
import type { CommandContext } from '../commands/command-context.ts';
import { allMigrations } from '../compose/data-folder.ts';
import { declaredModules } from '../compose/server-modules.ts';
import { exitCodes } from '../exit-codes.ts';
import { CannotServe, whyNotServed } from './cannot-serve.ts';
import { takeFaultsFromParent } from './faults-by-parent.ts';
import { loadPlan, partsApart } from './load-plan.ts';
import { serverOutput } from './server-output.ts';
import type { ServerSettings } from './server-settings.ts';
import { demandedToken } from './service-token.ts';
import { serverOf } from './serving-file.ts';
import { startModules } from './start-modules.ts';

interface Surroundings extends Pick<CommandContext, 'stdout' | 'signal'> {
  /** Whether the process that started this one may make things go wrong on purpose. */
  readonly drill: boolean;
}

/**
 * Runs one module at the address that a plan gives it, until the signal is aborted; then lets what is in flight end. What it
 * needs it has by the same plan. Rejects with `CannotServe` when it cannot begin, or when the disk fails.
 */
export async function runModule(
  module: string,
  settings: ServerSettings,
  { stdout, signal, drill }: Surroundings,
): Promise<void> {
  const { log, line } = serverOutput(stdout, settings.logLevel);
  const { dataFolder, drainSeconds } = settings;
  const plan = await loadPlan(settings.plan);
  const url = addressOf(plan, module);
  const token = demandedToken([module]);
  await using running = new AsyncDisposableStack();
  try {
    const store = running.use(
      await openStore(dataFolder, { migrations: await allMigrations(), part: module }),
    );
    const only = [module, ...needsOf(module)];
    const own = { ...plan, modules: { ...plan.modules, [module]: { shape: 'here' } as const } };
    const host = running.use(
      await startModules({ plan: own, store, log: log.child({ part: module }), edge: null, token, only }),
    );
    if (drill) takeFaultsFromParent(host.faults);
    const server = await serve(host, module, url, { token, reaches: [await readStoreId(dataFolder)] });
    running.defer(() => server.closeAllConnections());
    line(`ready ${url.origin}`);

    const ended = AbortSignal.any([signal, store.failed]);
    if (!ended.aborted) await once(ended, 'abort');
    await drain(server, drainSeconds);
    if (store.failed.aborted) throw store.failed.reason;
  } catch (error) {
    throw whyNotServed(error, await serverOf(dataFolder));
  }
}

/** Throws `CannotServe` where the plan has the module somewhere else, or out of its reach what it needs. */
function addressOf(plan: Plan, module: string): URL {
  const refuse = (why: string) =>
    new CannotServe(`${module} is not run by the plan ${plan.name}: ${why}`, exitCodes.wrongUsage);
  const placed = plan.modules[module];
  if (placed === undefined) throw refuse(`there are ${Object.keys(plan.modules).join(', ')}.`);
  if (placed.shape !== 'remote') throw refuse('it is not at an address of its own there.');
  if (!partsApart(plan).includes(module)) throw refuse('what only computes is run by "piaffe compute".');
  for (const need of needsOf(module)) {
    const { shape } = plan.modules[need]!;
    if (shape === 'here' || shape === 'http')
      throw refuse(`it needs ${need}, which is inside the server there.`);
  }
  return new URL(placed.urls[0]!);
}

function needsOf(module: string): readonly string[] {
  const needs = declaredModules.find(({ contract }) => contract.name === module)?.needs ?? [];
  return needs.map(({ contract }) => contract.name);
}

async function serve(
  host: Host,
  module: string,
  url: URL,
  { token, reaches }: { readonly token: string; readonly reaches: readonly (string | null)[] },
): Promise<Server> {
  const { contract } = declaredModules.find((each) => each.contract.name === module)!;
  const server = createCallServer({
    contracts: [contract],
    token,
    reaches: reaches.filter((id) => id !== null),
    perform: answerBy(new Map([[module, host.client(contract)]])),
  });
  server.listen(
    Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    url.hostname.replace(/^\[|\]$/g, ''),
  );
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new CannotServe(`${url.origin} is not to be had: ${error.message}.`, exitCodes.notAvailable);
  });
  return server;
}

async function drain(server: Server, seconds: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
