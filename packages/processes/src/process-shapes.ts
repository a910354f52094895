import { join } from 'node:path';
import { type Contract, judgePlugin, Unavailable } from '@piaffe/kernel';
import type { Hosting, Reach, Reached, Shape } from '@piaffe/kernel/shape';
import { answerBy, askKnown, createCallServer, listen, performBy, privateFolder } from '@piaffe/wire';
import type { Order } from './order.ts';
import type { Program } from './program.ts';
import { supervise } from './supervise.ts';
import type { Supervisor } from './supervisor.ts';

type Wanted = Pick<Order, 'name' | 'modules' | 'plugin'> & { readonly process: string | null };
type Run = (wanted: Wanted) => Promise<Supervisor>;

/** How long a call of a plugin in a thread may take. It has no process whose plan says so. */
const trustedCallSeconds = 600;

/** The shapes `process` and `plugin`: in children of `program`, or, where the plan trusts a plugin, in threads of the host. */
export function processShapes(program: Program): readonly [Shape, Shape] {
  const runs = new WeakMap<Hosting, Run>();
  const runFor = (hosting: Hosting) => {
    const run = runs.get(hosting) ?? runner(program, hosting);
    runs.set(hosting, run);
    return run;
  };
  return [
    { name: 'process', start: (hosting) => reachProcess(hosting, runFor(hosting)) },
    { name: 'plugin', start: (hosting) => reachPlugin(hosting, runFor(hosting)) },
  ];
}

/** Runs things apart that may ask for any module of the host, at a socket of its own. */
function runner(program: Program, { plan, modules, client, resources, onEvent }: Hosting): Run {
  const place = (async () => {
    const folder = await privateFolder(resources);
    const hostSocketPath = join(folder, 'host.sock');
    const contracts = modules.map(({ contract }) => contract);
    const server = createCallServer({ contracts, token: null, perform: answerBy({ get: client }) });
    const { close } = await listen(server, hostSocketPath);
    resources.defer(close);
    return { folder, hostSocketPath };
  })();
  place.catch(() => {});
  return async ({ process, ...wanted }) => {
    const limits = process === null ? null : plan.processes[process]!;
    return resources.use(supervise(program, { ...wanted, ...(await place), limits, onEvent }));
  };
}

function reachProcess({ plan, modules }: Hosting, run: Run): Reach {
  const running = new Map<string, Promise<Supervisor>>();
  return async ({ contract, placed }) => {
    if (placed.shape !== 'process') throw new TypeError(`${contract.name} is no process`);
    const { process } = placed;
    const together = modules
      .map((module) => module.contract.name)
      .filter((name) => {
        const other = plan.modules[name]!;
        return other.shape === 'process' && other.process === process;
      });
    const supervisor =
      running.get(process) ?? run({ name: process, modules: together, plugin: null, process });
    running.set(process, supervisor);
    return reached(contract, await supervisor, process, plan.processes[process]!.callSeconds);
  };
}

function reachPlugin({ plan, onEvent }: Hosting, run: Run): Reach {
  return async ({ name, contract, placed }) => {
    if (placed.shape !== 'plugin') throw new TypeError(`${name} is no plugin`);
    const process = 'process' in placed ? placed.process : null;
    const { refusal: problem, isSame } = await judgePlugin(placed.file, contract).catch((error: Error) => ({
      refusal: error.message,
      isSame: false,
    }));
    if (problem === null) {
      const wanted = { name: process ?? name, modules: [contract.name], plugin: placed.file, process };
      const callSeconds = process === null ? trustedCallSeconds : plan.processes[process]!.callSeconds;
      const supervisor = await run(wanted);
      return reached(contract, supervisor, process, callSeconds, isSame);
    }
    const since = new Date().toISOString();
    const message = `the plugin ${name} is not used: ${problem}`;
    onEvent({ kind: 'ended', level: 'warn', process: name, pid: null, message });
    return {
      perform: () => Promise.reject(new Unavailable(contract.name, 'incompatible', message)),
      status: () => ({
        state: 'down',
        since,
        process,
        restarts: 0,
        lastProblem: problem,
        pid: null,
        endpoints: [],
      }),
    };
  };
}

function reached(
  contract: Contract,
  supervisor: Supervisor,
  process: string | null,
  callSeconds: number,
  isSame = true,
): Reached {
  const ask = supervisor.ask(contract.name);
  return {
    perform: performBy(contract, isSame ? ask : askKnown(contract, ask)),
    callSeconds,
    status: () => ({ process, endpoints: [], ...supervisor.status() }),
  };
}
