import type { MessagePort } from 'node:worker_threads';
import { answerCall } from '@piaffe/wire';
import type { AtWork } from './at-work.ts';
import type { ToThread } from './messages.ts';

/** Answers calls that come as messages, one at a time, with the lines that are sent over sockets otherwise. */
export function answerMessages(
  port: MessagePort,
  clients: ReadonlyMap<string, object>,
  atWork: AtWork,
): void {
  let abort = new AbortController();
  port.on('message', async (message: ToThread) => {
    if (message === 'abort') abort.abort(new Error('nobody waits for the answer any more'));
    else if (message === 'idle') {
      await atWork.over();
      port.postMessage('idle');
    } else if (message !== 'stop') {
      abort = new AbortController();
      const { module, operation, input, edge } = message;
      const call = { module, operation, body: Buffer.from(input), edge, signal: abort.signal };
      await answerCall(clients, call, (line) => port.postMessage(JSON.stringify(line)));
    }
  });
}
