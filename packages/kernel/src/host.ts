import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client, Contract } from './contract.ts';
import { CreatedModules } from './created-modules.ts';
import type { HostEvent, PartStatus } from './events.ts';
import type { AnyHostedModule, ClientOf } from './hosted-module.ts';
import type { Plan } from './plan.ts';
import { answerCall } from './process/answer-call.ts';
import { createCallServer } from './process/call-server.ts';
import type { Program } from './process/child-command.ts';
import { askingClient } from './process/socket-client.ts';
import { Supervisor } from './process/supervisor.ts';

export interface HostOptions {
  readonly plan: Plan;
  /** The modules of the program, each behind those that it calls while it is created. */
  readonly modules: readonly AnyHostedModule[];
  readonly program: Program;
  onEvent(event: HostEvent): void;
}

/** All modules of a program, running where the plan puts them. */
export interface Host extends AsyncDisposable {
  readonly client: ClientOf;
  /** What is known at this moment; nothing is asked for it. */
  status(): readonly PartStatus[];
}

/** Resolves when the modules that are here are up. The processes may still be starting; calls wait for them. */
export async function startHost({ plan, modules, program, onEvent }: HostOptions): Promise<Host> {
  const running = new AsyncDisposableStack();
  const clients = new Map<string, Client<Contract>>();
  const status: (() => PartStatus)[] = [];
  const client: ClientOf = (contract) => {
    const found = clients.get(contract.name);
    if (found === undefined) throw new TypeError(`there is no module ${contract.name} in this program`);
    return found as Client<typeof contract>;
  };
  try {
    const supervisors = await startProcesses();
    const here = running.use(new CreatedModules());
    const created: (() => Promise<void>)[] = [];
    for (const module of modules) {
      const { name } = module.contract;
      const placement = plan.modules[name];
      if (placement.shape === 'process') {
        const supervisor = supervisors.get(placement.process)!;
        const { callSeconds } = plan.processes[placement.process];
        clients.set(
          name,
          askingClient(module.contract, (...asked) => supervisor.ask(name, ...asked), callSeconds),
        );
        status.push(() => ({ module: name, ...placement, ...supervisor.status() }));
      } else {
        clients.set(name, here.client(module.contract));
        let state: PartStatus['state'] = 'starting';
        let since = new Date().toISOString();
        status.push(() => ({ module: name, shape: 'here', process: null, state, since, ...neverRestarted }));
        created.push(async () => {
          await here.create(module, client);
          state = 'up';
          since = new Date().toISOString();
        });
      }
    }
    for (const create of created) await create();
  } catch (error) {
    await running.disposeAsync();
    throw error;
  }
  return {
    client,
    status: () => status.map((of) => of()),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };

  async function startProcesses(): Promise<ReadonlyMap<string, Supervisor>> {
    const supervisors = new Map<string, Supervisor>();
    if (Object.keys(plan.processes).length === 0) return supervisors;
    const folder = await mkdtemp(join(temporaryFolder(), 'piaffe-'));
    running.defer(() => rm(folder, { recursive: true, force: true }));
    const hostSocketPath = join(folder, 'host.sock');
    const server = createCallServer(async (call) => {
      await answerCall(clients, call, (line) => void call.send(line));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(hostSocketPath, resolve);
    });
    running.defer(() => {
      server.close();
      server.closeAllConnections();
    });
    for (const [name, limits] of Object.entries(plan.processes)) {
      const placed = Object.keys(plan.modules).filter((module) => {
        const placement = plan.modules[module];
        return placement.shape === 'process' && placement.process === name;
      });
      const supervisor = new Supervisor({
        name,
        limits,
        modules: placed,
        program,
        folder,
        hostSocketPath,
        onEvent,
      });
      supervisors.set(name, running.use(supervisor));
    }
    return supervisors;
  }
}

const neverRestarted = { restarts: 0, lastProblem: null, pid: process.pid };

/** The name of a socket has room for about 100 characters. */
function temporaryFolder(): string {
  const folder = tmpdir();
  return folder.length > 60 ? '/tmp' : folder;
}
