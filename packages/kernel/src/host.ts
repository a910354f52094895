import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerCall } from './answer-call.ts';
import { type Ask, askAt, askingClient } from './asking-client.ts';
import { createCallServer, type Served } from './call-server.ts';
import type { Client, Contract } from './contract.ts';
import { CreatedModules } from './created-modules.ts';
import { Endpoint } from './endpoint.ts';
import { Unavailable } from './errors.ts';
import type { HostEvent, PartStatus } from './events.ts';
import { Faults } from './faults.ts';
import { type AnyHostedModule, type ClientOf, inStartOrder } from './hosted-module.ts';
import type { Plan, PluginPlacement } from './plan.ts';
import { judgePlugin } from './plugin-file.ts';
import { askRemote, remoteStatus } from './remote.ts';
import type { Runner, StartRunner } from './runner.ts';
import type { Store } from './store.ts';

export interface HostOptions {
  readonly plan: Plan;
  /** The modules of the program, or some of them. What the plan puts elsewhere is not created. */
  readonly modules: readonly AnyHostedModule[];
  /** The contracts that plugins may add to. */
  readonly extensionPoints?: readonly Contract[];
  /** Handed to the modules that are created here. */
  readonly surroundings?: unknown;
  /** Runs what the plan puts into processes and plugins. */
  readonly startRunner?: StartRunner;
  /** What remote modules are asked with. */
  readonly token?: string | null;
  /** Where what inputs refer to lies. */
  readonly store?: Store | null;
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
  readonly client: Client<Contract>;
  status(): PartStatus;
}

/** Resolves when the modules that are here are up. The others may still be starting; calls wait for them. */
export async function startHost(options: HostOptions): Promise<Host> {
  await using resources = new AsyncDisposableStack();
  const host = await new StartingHost(options, resources).start();
  const running = resources.move();
  return { ...host, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

class StartingHost {
  readonly #options: HostOptions;
  readonly #resources: AsyncDisposableStack;
  readonly #here: CreatedModules;
  readonly #faults = new Faults();
  readonly #parts = new Map<string, Part>();
  readonly #extensions: { readonly contract: Contract; readonly extension: Extension<Contract> }[] = [];
  readonly #runners = new Map<string, Runner>();
  readonly #endpoints = new Map<string, Endpoint>();
  #folder: Promise<string> | null = null;
  #hostSocket: Promise<string> | null = null;

  constructor(options: HostOptions, resources: AsyncDisposableStack) {
    this.#options = options;
    this.#resources = resources;
    this.#here = new CreatedModules(options.surroundings, this.#faults);
  }

  async start(): Promise<Omit<Host, typeof Symbol.asyncDispose>> {
    const { plan, modules, extensionPoints = [] } = this.#options;
    const toCreate: (() => Promise<void>)[] = [];
    for (const module of inStartOrder(modules)) {
      const { contract } = module;
      const placed = plan.modules[contract.name]!;
      if (placed.shape === 'here' || placed.shape === 'http')
        toCreate.push(await this.#placeHere(module, placed.shape));
      else if (placed.shape === 'remote') this.#parts.set(contract.name, this.#remote(contract, placed.urls));
      else if (placed.shape === 'plugin')
        this.#parts.set(contract.name, await this.#plugin(contract.name, contract, placed));
      else this.#parts.set(contract.name, await this.#process(contract, placed.process));
    }
    for (const [name, { extends: extended, plugin }] of Object.entries(plan.extensions ?? {})) {
      const contract = extensionPoints.find((point) => point.name === extended);
      if (contract === undefined) throw new TypeError(`${name} extends ${extended}, which nothing here does`);
      this.#extensions.push({
        contract,
        extension: { name, ...(await this.#plugin(name, contract, plugin)) },
      });
    }
    this.#resources.use(this.#here);
    for (const create of toCreate) await create();
    return {
      client: this.#client,
      extensions: <C extends Contract>(contract: C) =>
        this.#extensions
          .filter((each) => each.contract === contract)
          .map((each) => each.extension as unknown as Extension<C>),
      status: () =>
        [...this.#parts.values(), ...this.#extensions.map(({ extension }) => extension)].map((part) =>
          part.status(),
        ),
      faults: this.#faults,
    };
  }

  readonly #client: ClientOf = (contract) => {
    const part = this.#parts.get(contract.name);
    if (part === undefined) throw new TypeError(`there is no module ${contract.name} in this program`);
    return part.client as Client<typeof contract>;
  };

  /** Returns what creates it, once all parts that it may call are known. */
  async #placeHere(module: AnyHostedModule, shape: 'here' | 'http'): Promise<() => Promise<void>> {
    const { contract } = module;
    const direct = this.#here.client(contract);
    const client =
      shape === 'here' ? direct : this.#asking(contract, await this.#serveApart(contract, direct));
    let since = new Date().toISOString();
    let state: PartStatus['state'] = 'starting';
    this.#parts.set(contract.name, {
      client,
      status: () => ({ ...neverRestarted, module: contract.name, shape, process: null, state, since }),
    });
    return async () => {
      await this.#here.create(module, this.#client);
      state = 'up';
      since = new Date().toISOString();
    };
  }

  async #serveApart(contract: Contract, client: Client<Contract>): Promise<Ask> {
    const port = this.#options.plan.ports?.[contract.name] ?? 'socket';
    const token = port === 'socket' ? null : randomBytes(32).toString('base64url');
    const socketPath = port === 'socket' ? join(await this.#privateFolder(), `${contract.name}.sock`) : null;
    await this.#listen(
      { contracts: [contract], token, perform: answerBy(new Map([[contract.name, client]])) },
      socketPath ?? Number(port),
    );
    const address = socketPath === null ? { url: `http://127.0.0.1:${port}` } : { socketPath };
    return this.#resources.use(
      askAt(contract.name, address, token === null ? {} : { authorization: `Bearer ${token}` }),
    );
  }

  async #process(contract: Contract, process: string): Promise<Part> {
    const { plan, modules } = this.#options;
    const placed = modules
      .map((module) => module.contract.name)
      .filter((name) => {
        const placement = plan.modules[name]!;
        return placement.shape === 'process' && placement.process === process;
      });
    const runner = this.#runners.get(process) ?? (await this.#run(process, placed, null, process));
    this.#runners.set(process, runner);
    return this.#partOf(contract, contract.name, 'process', process, runner);
  }

  async #plugin(name: string, contract: Contract, plugin: PluginPlacement): Promise<Part> {
    const process = 'process' in plugin ? plugin.process : null;
    const problem = await judgePlugin(plugin.file, contract).then(
      ({ refusal }) => refusal,
      (error: Error) => error.message,
    );
    if (problem === null)
      return this.#partOf(
        contract,
        name,
        'plugin',
        process,
        await this.#run(process ?? name, [contract.name], plugin.file, process),
      );
    const since = new Date().toISOString();
    this.#options.onEvent({
      kind: 'ended',
      level: 'warn',
      process: name,
      pid: null,
      message: `the plugin ${name} is not used: ${problem}`,
    });
    return {
      client: this.#asking(contract, async () => {
        throw new Unavailable(contract.name, 'incompatible', `the plugin ${name} is not used: ${problem}`);
      }),
      status: () => ({
        ...neverRestarted,
        module: name,
        shape: 'plugin',
        process,
        state: 'down',
        since,
        lastProblem: problem,
        pid: null,
      }),
    };
  }

  #partOf(
    contract: Contract,
    name: string,
    shape: 'process' | 'plugin',
    process: string | null,
    runner: Runner,
  ): Part {
    const callSeconds = process === null ? undefined : this.#options.plan.processes[process]?.callSeconds;
    return {
      client: this.#asking(contract, runner.ask(contract.name), callSeconds),
      status: () => ({ module: name, shape, process, ...runner.status(), endpoints: [] }),
    };
  }

  async #run(
    name: string,
    modules: readonly string[],
    plugin: string | null,
    process: string | null,
  ): Promise<Runner> {
    const { plan, startRunner, onEvent } = this.#options;
    if (startRunner === undefined) throw new TypeError(`nothing here can run ${modules.join(', ')} apart`);
    return this.#resources.use(
      startRunner({
        name,
        modules,
        plugin,
        limits: process === null ? null : plan.processes[process]!,
        hostSocketPath: await this.#socketForOthers(),
        folder: await this.#privateFolder(),
        onEvent,
      }),
    );
  }

  #remote(contract: Contract, urls: readonly string[]): Part {
    const endpoints = urls.map((url) => this.#endpoint(url));
    return {
      client: this.#asking(contract, askRemote(contract, endpoints)),
      status: () => remoteStatus(contract.name, endpoints),
    };
  }

  #endpoint(url: string): Endpoint {
    const { plan, modules, token = null, store = null, onEvent } = this.#options;
    const known = this.#endpoints.get(url);
    if (known !== undefined) return known;
    const contracts = modules
      .map(({ contract }) => contract)
      .filter(({ name }) => {
        const placed = plan.modules[name]!;
        return placed.shape === 'remote' && placed.urls.includes(url);
      });
    const onChange = (message: string, level: HostEvent['level']) =>
      onEvent({ kind: 'changed', level, process: url, pid: null, message });
    const endpoint = this.#resources.use(new Endpoint({ url, token, store, contracts, onChange }));
    this.#endpoints.set(url, endpoint);
    return endpoint;
  }

  #asking(contract: Contract, ask: Ask, callSeconds?: number): Client<Contract> {
    return askingClient(contract, ask, {
      callSeconds,
      around: (perform) => this.#faults.around(contract.name, perform),
    });
  }

  /** Where what runs apart asks for the modules it needs. */
  #socketForOthers(): Promise<string> {
    this.#hostSocket ??= (async () => {
      const socketPath = join(await this.#privateFolder(), 'host.sock');
      const clients = { get: (name: string) => this.#parts.get(name)?.client };
      const contracts = this.#options.modules.map(({ contract }) => contract);
      await this.#listen({ contracts, token: null, perform: answerBy(clients) }, socketPath);
      return socketPath;
    })();
    return this.#hostSocket;
  }

  #privateFolder(): Promise<string> {
    this.#folder ??= (async () => {
      const folder = await mkdtemp(join(temporaryFolder(), 'modules-'));
      this.#resources.defer(() => rm(folder, { recursive: true, force: true }));
      return folder;
    })();
    return this.#folder;
  }

  async #listen(served: Served, where: string | number): Promise<void> {
    const { close } = await listen(createCallServer(served), where);
    this.#resources.defer(close);
  }
}

/** Answers calls by clients that are at hand. */
export function answerBy(clients: { get(module: string): object | undefined }): Served['perform'] {
  return async (call) => {
    // It leaves together with the end of a call that is over at once.
    void call.send({ kind: 'started' });
    await answerCall(clients, call, (line) => void call.send(line));
  };
}

/** Resolves once the server listens, on loopback where it is given a port. */
export async function listen(
  server: Server,
  where: string | number,
  host = '127.0.0.1',
): Promise<{ readonly port: number; close(): Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (typeof where === 'string') server.listen(where, resolve);
    else server.listen(where, host, resolve);
  });
  const port = typeof where === 'string' ? 0 : (server.address() as AddressInfo).port;
  return {
    port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const neverRestarted = { restarts: 0, lastProblem: null, pid: process.pid, endpoints: [] };

/** The name of a socket has room for about 100 characters. */
function temporaryFolder(): string {
  const folder = tmpdir();
  return folder.length > 60 ? '/tmp' : folder;
}
