import { createServer } from 'node:http';
import { constants, setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import type { AnyHostedModule, ClientOf, Contract } from '@piaffe/kernel';
import { CreatedModules, inStartOrder } from '@piaffe/kernel/shape';
import { answerCall, askAt, askingClient, callHandler, type IncomingCall, listen } from '@piaffe/wire';
import { answerMessages } from './answer-messages.ts';
import { AtWork } from './at-work.ts';
import { loadPlugin } from './load-plugin.ts';
import type { ThreadOrder, ToThread } from './messages.ts';
import { idlePath } from './socket-worker.ts';

/** What a program has to run apart from its host. `surroundings` are handed to each module that is created. */
export interface Hosted {
  readonly modules: readonly AnyHostedModule[];
  readonly surroundings?: unknown;
}

/** Creates the modules of the order in this thread and answers calls until it is told, over `port`, to stop. */
export async function runThread(
  { modules, surroundings }: Hosted,
  order: ThreadOrder,
  port: MessagePort,
): Promise<void> {
  // Of this thread alone, on Linux: whoever serves people on the same machine goes first.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  await using resources = new AsyncDisposableStack();
  const created = new CreatedModules(surroundings);
  const clients = new Map<string, object>();
  const atWork = new AtWork();
  const isHere = ({ name }: Contract) => order.modules.includes(name);
  const wanted =
    order.plugin === null
      ? modules.filter(({ contract }) => isHere(contract))
      : [await loadPlugin(order.plugin)];
  const client: ClientOf = (contract) => {
    if (isHere(contract)) return created.client(contract);
    return askingClient(contract, resources.use(askAt(contract.name, { socketPath: order.hostSocketPath })));
  };
  for (const module of inStartOrder(wanted)) {
    await created.create(module, client, (made) => atWork.watch(made));
    clients.set(module.contract.name, created.client(module.contract));
  }
  if (order.socketPath === null) answerMessages(port, clients, atWork);
  else {
    const perform = async (call: IncomingCall) => {
      await answerCall(clients, call, (line) => void call.send(line));
    };
    const answer = callHandler({ contracts: [], token: null, perform });
    const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
      if (request.url !== idlePath) return answer(request, response);
      await atWork.over();
      response.end();
    });
    const { close } = await listen(server, order.socketPath);
    resources.defer(close);
  }
  const stopped = new Promise<void>((resolve) => {
    port.on('message', (message: ToThread) => message === 'stop' && resolve());
  });
  port.postMessage('ready');
  await stopped;
  await created[Symbol.asyncDispose]();
  port.close();
}
