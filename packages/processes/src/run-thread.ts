import { once } from 'node:events';
import { createServer } from 'node:net';
import { constants, setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import type { AnyHostedModule, ClientOf, Contract } from '@piaffe/kernel';
import { CreatedModules, inStartOrder } from '@piaffe/kernel/shape';
import { askAt, askingClient } from '@piaffe/wire';
import { answerCalls } from './answer-calls.ts';
import { AtWork } from './at-work.ts';
import { type Channel, overPort, overSocket } from './channel.ts';
import { loadPlugin } from './load-plugin.ts';
import type { ThreadOrder } from './messages.ts';

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
  const answer = (channel: Channel, close: () => void) => {
    answerCalls(channel, clients, atWork);
    resources.defer(close);
  };
  const { asked } = order;
  if (typeof asked !== 'string') answer(overPort(asked), () => asked.close());
  else {
    const server = createServer((socket) => answer(overSocket(socket), () => socket.destroy()));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(asked, resolve));
    resources.defer(() => void server.close());
  }
  port.postMessage('ready');
  await once(port, 'message');
  await created[Symbol.asyncDispose]();
  port.close();
}
