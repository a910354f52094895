import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type PlacedPlan, placedPlan, plansFolder } from './placed-plan.fixture.ts';
import { type Serving, startServing } from './server.fixture.ts';

const all: readonly string[] = readdirSync(plansFolder)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
  .map((file) => file.replace(/\.json$/, ''));

/** Those that PIAFFE_PLANS names: `all`, or some with commas between. */
const named = process.env.PIAFFE_PLANS?.split(',').flatMap((name) => (name === 'all' ? all : [name])) ?? null;

/** Those that are named; else the two that need nothing else, and one of the others, by chance. */
export function plansToRun(): readonly string[] {
  if (named !== null) return named;
  const always = ['default', 'all-here'];
  const others = all.filter((name) => !always.includes(name));
  const one = others[Math.floor(Math.random() * others.length)];
  return one === undefined ? always : [...always, one];
}

/** Of plans where something can be shown those that are named; else the first. */
export function plansAmong(plans: readonly string[]): readonly string[] {
  const there = plans.filter((plan) => all.includes(plan));
  return named === null ? there.slice(0, 1) : there.filter((plan) => named.includes(plan));
}

/** One process of a deployment: the server, or what provides modules at an address. */
export interface PlacedProcess extends AsyncDisposable {
  readonly modules: readonly string[];
  /** What serves now. */
  readonly serving: Serving;
  /** Kills it, with whatever it started. */
  stop(): Promise<void>;
  /** Starts it anew, at the same address. */
  start(): Promise<void>;
}

/** A server as a plan has it, with every process that the plan speaks of; disposing of it kills them all. */
export interface Deployment extends AsyncDisposable {
  /** Of the public API. */
  readonly url: string;
  readonly folder: string;
  readonly processes: readonly PlacedProcess[];
  /** The one that a module runs in. Throws where it has none of its own. */
  processOf(module: string): PlacedProcess;
}

/** What the parts of a deployment know each other by. */
const environment = { PIAFFE_SERVICE_TOKEN: randomBytes(24).toString('hex') };
const computed = ['aggregation', 'trend'];

export async function startPlan(name: string, { folder }: { readonly folder: string }): Promise<Deployment> {
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  const placed = await placedPlan(name, folder);
  await using running = new AsyncDisposableStack();
  const starting = commandsOf(placed, data).map(async (command) => running.use(await placedProcess(command)));
  // None is left alone where another one could not be started.
  await Promise.allSettled(starting);
  const processes = await Promise.all(starting);
  const processOf = (module: string) => {
    const found = processes.find(({ modules }) => modules.includes(module));
    if (found === undefined) throw new Error(`${module} has no process of its own in the plan ${name}`);
    return found;
  };
  await whole(processOf('gateway').serving);
  const open = running.move();
  return {
    get url() {
      return processOf('gateway').serving.url;
    },
    folder: data,
    processes,
    processOf,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** Resolves once no part is missed: each says that it is ready when it can be asked, and the server asks now and then. */
export async function whole({ url }: { readonly url: string }): Promise<void> {
  for (;;) {
    const { status } = (await (await fetch(`${url}/health/ready`)).json()) as { status: string };
    if (status === 'ready') return;
    await setTimeout(50);
  }
}

interface Command {
  readonly modules: readonly string[];
  readonly words: readonly string[];
}

function commandsOf({ path, plan, addresses }: PlacedPlan, data: string): readonly Command[] {
  const inServer = Object.keys(plan.modules).filter((module) => plan.modules[module]!.shape !== 'remote');
  const apart = [...addresses].map(([url, modules]) => ({ modules, words: providing(url, modules) }));
  const words = ['serve', '--port', '0', '--no-demo', '--data', data, '--plan', path, '--drill'];
  return inServer.length === 0 ? apart : [{ modules: inServer, words }, ...apart];

  function providing(url: string, modules: readonly string[]): readonly string[] {
    if (modules.every((module) => computed.includes(module)))
      return ['compute', '--port', new URL(url).port, '--data', data];
    return ['run', modules.join(), '--plan', path, '--data', data];
  }
}

async function placedProcess({ modules, words }: Command): Promise<PlacedProcess> {
  let serving = await startServing(words, environment);
  return {
    modules,
    get serving() {
      return serving;
    },
    async stop() {
      await serving[Symbol.asyncDispose]();
    },
    async start() {
      serving = await startServing(words, environment);
    },
    [Symbol.asyncDispose]: () => serving[Symbol.asyncDispose](),
  };
}
