import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Fault, Plan } from '@piaffe/kernel';
import { programAgain } from '../computation.ts';
import { movableModules } from '../modules.ts';
import { type Unit, unitsOf } from '../plan/dies-together.ts';
import { Launched } from './launched.ts';
import { freePort, placedPlan } from './placed-plan.ts';

/** A whole server by a plan: all processes that the plan speaks of, with a data folder of their own. */
export interface System extends AsyncDisposable {
  readonly plan: Plan;
  readonly dataFolder: string;
  /** Of the public API; the same after the server was started again. */
  readonly url: string;
  readonly server: Launched;
  /** The processes at the addresses of a unit. */
  at(unit: Unit): readonly Launched[];
  /** Has whoever asks a module meet the fault. */
  order(module: string, fault: Fault | null): Promise<void>;
}

export async function startSystem(wanted: Plan, folder: string): Promise<System> {
  const { file, plan } = await placedPlan(wanted, folder);
  const dataFolder = join(folder, 'data');
  const env = {
    ...programAgain().env,
    PIAFFE_SERVICE_TOKEN: randomBytes(32).toString('hex'),
    PIAFFE_LOG_LEVEL: 'info',
  };
  const launch = async (words: readonly string[]) => {
    const { command, args } = programAgain(...words);
    return Launched.start({ command, args, env });
  };
  await using running = new AsyncDisposableStack();
  const data = ['--data', dataFolder];
  const server = running.use(
    await launch(['serve', '--port', `${await freePort()}`, '--no-demo', '--plan', file, '--drill', ...data]),
  );
  const elsewhere = new Map<string, Launched>();
  const asking = [server];
  for (const { kind, modules, at } of unitsOf(plan)) {
    if (kind !== 'address') continue;
    for (const url of at) {
      if (elsewhere.has(url)) continue;
      const computes = modules.every((module) => movableModules.includes(module));
      const words = computes
        ? ['compute', '--port', new URL(url).port, ...data]
        : ['run', modules[0]!, '--plan', file, '--drill', ...data];
      const launched = running.use(await launch(words));
      elsewhere.set(url, launched);
      if (!computes) asking.push(launched);
    }
  }
  const ending = running.move();
  return {
    plan,
    dataFolder,
    url: server.url,
    server,
    at: ({ at }) => at.map((url) => elsewhere.get(url)!),
    async order(module, fault) {
      for (const process of asking)
        if (process !== elsewhere.get(urlOf(plan, module))) await process.order(module, fault);
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}

function urlOf({ modules }: Plan, module: string): string {
  const placed = modules[module]!;
  return placed.shape === 'remote' ? placed.urls[0]! : '';
}
