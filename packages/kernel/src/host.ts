import type { Client, Contract } from './contract.ts';
import { CreatedModules } from './created-modules.ts';
import { foreseen } from './errors.ts';
import type { HostEvent, PartStatus } from './events.ts';
import { Faults } from './faults.ts';
import { guard } from './guard.ts';
import { type AnyHostedModule, type ClientOf, inStartOrder } from './hosted-module.ts';
import type { Placement, Plan } from './plan.ts';
import type { Reach, Reached, Shape } from './shape.ts';

export interface HostOptions {
  readonly plan: Plan;
  /** The modules of the program, or some of them. What the plan puts elsewhere is not created. */
  readonly modules: readonly AnyHostedModule[];
  /** The shapes that the plan may use beside `here`. */
  readonly shapes?: readonly Shape[];
  /** The contracts that plugins may add to. */
  readonly extensionPoints?: readonly Contract[];
  /** Handed to the modules that are created here. */
  readonly surroundings?: unknown;
  onEvent(event: HostEvent): void;
}

/** A plugin that adds to what there is. */
export interface Extension<C extends Contract> {
  readonly name: string;
  readonly client: Client<C>;
  status(): PartStatus;
}

/** All modules of a program, running where the plan puts them. */
export interface Host extends AsyncDisposable {
  readonly client: ClientOf;
  /** The plugins of the plan that honour an extension point. */
  extensions<C extends Contract>(contract: C): readonly Extension<C>[];
  /** What is known at this moment; nothing is asked for it. */
  status(): readonly PartStatus[];
  readonly faults: Faults;
}

interface Part {
  readonly name: string;
  readonly contract: Contract;
  readonly client: Client<Contract>;
  status(): PartStatus;
}

/** Resolves when the modules that are here are up. The others may still be starting; calls wait for them. */
export async function startHost(options: HostOptions): Promise<Host> {
  const resources = new AsyncDisposableStack();
  try {
    return await start(options, resources);
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

async function start(options: HostOptions, resources: AsyncDisposableStack): Promise<Host> {
  const { plan, modules, shapes = [], extensionPoints = [], surroundings, onEvent } = options;
  const faults = new Faults();
  const here = new CreatedModules(surroundings, faults);
  const parts: Part[] = [];
  const extensions: Part[] = [];
  const client: ClientOf = (contract) => {
    const part = parts.find(({ name }) => name === contract.name);
    if (part === undefined) throw new TypeError(`there is no module ${contract.name} in this program`);
    return part.client as Client<typeof contract>;
  };
  const hosting = {
    plan,
    modules,
    resources,
    onEvent,
    client: (module: string) => parts.find(({ name }) => name === module)?.client,
  };
  const started = new Map<string, Reach>();
  const reach: Reach = (part) => {
    const { shape } = part.placed;
    const way = started.get(shape) ?? shapes.find(({ name }) => name === shape)?.start(hosting);
    if (way === undefined) throw new TypeError(`${part.name} is ${shape}, which this program cannot do`);
    started.set(shape, way);
    return way(part);
  };

  const toCreate: (() => Promise<void>)[] = [];
  for (const module of inStartOrder(modules)) {
    const { contract } = module;
    const placed = plan.modules[contract.name]!;
    if (placed.shape !== 'here' && placed.shape !== 'http') {
      const reached = await reach({ name: contract.name, contract, placed, plainly: null });
      parts.push(partOf(contract.name, contract, placed.shape, reached));
      continue;
    }
    const plainly = here.client(contract);
    const reached =
      placed.shape === 'here' ? null : await reach({ name: contract.name, contract, placed, plainly });
    const own = {
      ...neverRestarted,
      state: 'starting' as PartStatus['state'],
      since: new Date().toISOString(),
    };
    const status = () => ({ ...own });
    parts.push(
      reached === null
        ? {
            name: contract.name,
            contract,
            client: plainly,
            status: () => ({ module: contract.name, shape: 'here', ...own }),
          }
        : partOf(contract.name, contract, placed.shape, { ...reached, status }),
    );
    toCreate.push(async () => {
      await here.create(module, client);
      Object.assign(own, { state: 'up', since: new Date().toISOString() });
    });
  }
  for (const [name, { extends: extended, plugin }] of Object.entries(plan.extensions ?? {})) {
    const contract = extensionPoints.find((point) => point.name === extended);
    if (contract === undefined) throw new TypeError(`${name} extends ${extended}, which nothing here does`);
    const reached = await reach({ name, contract, placed: plugin, plainly: null });
    extensions.push(partOf(name, contract, 'plugin', reached));
  }
  resources.use(here);
  for (const create of toCreate) await create();

  return {
    client,
    extensions: <C extends Contract>(contract: C) =>
      extensions.filter(
        (part) => part.contract === contract,
      ) as readonly unknown[] as readonly Extension<C>[],
    status: () => [...parts, ...extensions].map((part) => part.status()),
    faults,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };

  function partOf(name: string, contract: Contract, shape: Placement['shape'], reached: Reached): Part {
    // What is created here has its faults already, whichever way it is reached.
    const perform = shape === 'http' ? reached.perform : faults.around(name, reached.perform);
    const { callSeconds } = reached;
    const errorFor = (operation: string, error: unknown) => foreseen(`${contract.name}.${operation}`, error);
    return {
      name,
      contract,
      client: guard(contract, { perform, errorFor, callSeconds }),
      status: () => ({ module: name, shape, ...reached.status() }),
    };
  }
}

const neverRestarted = { process: null, restarts: 0, lastProblem: null, pid: process.pid, endpoints: [] };
