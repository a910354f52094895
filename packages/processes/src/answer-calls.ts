import { answerCall } from '@piaffe/wire';
import type { AtWork } from './at-work.ts';
import type { Channel } from './channel.ts';
import { abort, idle, type ThreadCall } from './messages.ts';

/** Answers the calls of a host, one at a time, by clients that are at hand. */
export function answerCalls(channel: Channel, clients: ReadonlyMap<string, object>, atWork: AtWork): void {
  let caller = new AbortController();
  const leave = () => caller.abort(new Error('nobody waits for the answer any more'));
  channel.listen(async (text) => {
    if (text === abort) leave();
    else if (text === idle) {
      await atWork.over();
      channel.send(idle);
    } else {
      if (caller.signal.aborted) caller = new AbortController();
      const { path, input, deadline, ...context } = JSON.parse(text) as ThreadCall;
      const [, module = '', operation = ''] = path.split('/');
      const edge = { ...context, deadline: deadline === undefined ? undefined : new Date(deadline) };
      const call = { module, operation, input: () => input, edge, signal: caller.signal };
      await answerCall(clients, call, (line) => channel.send(JSON.stringify(line)));
    }
  }, leave);
}
