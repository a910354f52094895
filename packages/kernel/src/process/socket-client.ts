import type { Call } from '../call.ts';
import type { Client, Contract } from '../contract.ts';
import { Unavailable } from '../errors.ts';
import { guard, type Perform } from '../guard.ts';
import { requestCall } from './request-call.ts';
import { type EndLine, errorOf } from './wire.ts';

type Ask = (path: string, input: unknown, call: Call) => Promise<EndLine>;

/** A client of a module behind a socket. */
export function socketClient<C extends Contract>(contract: C, socketPath: string): Client<C> {
  return askingClient(contract, async (path, input, call) => {
    const { started, end } = await requestCall(socketPath, path, input, call);
    if (end !== null) return end;
    const cause = started ? 'crashed' : 'down';
    throw new Unavailable(contract.name, cause, `${contract.name} went away`, { retryAfter: 1 });
  });
}

/** A client of a module that is asked by `ask`, which knows what a lost connection means. */
export function askingClient<C extends Contract>(contract: C, ask: Ask, callSeconds?: number): Client<C> {
  const perform: Perform = async (name, input, call) => {
    const end = await ask(`/${contract.name}/${name}`, input, call);
    if (end.kind === 'output') return end.output;
    throw errorOf(`${contract.name}.${name}`, contract.operations[name], end);
  };
  return guard(contract, perform, callSeconds);
}
