import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import type { Contract } from '../contract.ts';
import { CreatedModules } from '../created-modules.ts';
import type { AnyHostedModule } from '../hosted-module.ts';
import { answerCall } from './answer-call.ts';
import type { FromWorker, ToWorker, WorkerOrder } from './messages.ts';
import { socketClient } from './socket-client.ts';
import { encodeLine, type Line } from './wire.ts';

/** Creates the modules of the order in this thread and works on the calls that come over `port`, one at a time. */
export async function runWorker(
  modules: readonly AnyHostedModule[],
  order: WorkerOrder,
  port: MessagePort,
): Promise<void> {
  // Of this thread alone: whoever serves people on the same machine goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const created = new CreatedModules();
  const clients = new Map<string, object>();
  const atWork = new Set<Promise<unknown>>();
  const isHere = ({ name }: Contract) => order.modules.includes(name);
  for (const module of modules.filter(({ contract }) => isHere(contract))) {
    await created.create(
      module,
      (contract) =>
        isHere(contract) ? created.client(contract) : socketClient(contract, order.hostSocketPath),
      (made) => watched(made, atWork),
    );
    clients.set(module.contract.name, created.client(module.contract));
  }

  const tell = (message: FromWorker) => port.postMessage(message);
  const send = (line: Line) => tell({ kind: 'line', bytes: encodeLine(line) });
  let abort = new AbortController();
  port.on('message', async (message: ToWorker) => {
    if (message.kind === 'abort') abort.abort(new Error('nobody waits for the answer any more'));
    else if (message.kind === 'call') {
      abort = new AbortController();
      const end = await answerCall(clients, { ...message, signal: abort.signal }, send);
      tell({ kind: 'answered' });
      if (end.kind === 'unavailable' && end.cause === 'exhausted') tell({ kind: 'spent' });
      while (atWork.size > 0) await Promise.allSettled(atWork);
      tell({ kind: 'idle' });
    } else {
      await created[Symbol.asyncDispose]();
      port.close();
    }
  });
  tell({ kind: 'ready' });
  await once(port, 'close');
}

/** The same implementation, whose calls can be seen until they are really over: a caller may leave sooner. */
function watched(implementation: object, atWork: Set<Promise<unknown>>): object {
  return new Proxy(implementation, {
    get(target, key) {
      const member = Reflect.get(target, key, target);
      if (typeof member !== 'function' || typeof key === 'symbol') return member;
      return (...given: unknown[]) => {
        const over = (async () => member.apply(target, given))();
        atWork.add(over);
        over.then(
          () => atWork.delete(over),
          () => atWork.delete(over),
        );
        return over;
      };
    },
  });
}
