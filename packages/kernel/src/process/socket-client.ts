import type { Client, Contract } from '../contract.ts';
import { Unavailable, Unexpected } from '../errors.ts';
import { guard, type Perform, type PerformedCall } from '../guard.ts';
import { unavailable } from '../unavailable.ts';
import { requestCall } from './request-call.ts';
import { type EndLine, errorOf } from './wire.ts';

type Ask = (path: string, input: unknown, call: PerformedCall) => Promise<EndLine>;

/** A client of a module behind a socket. */
export function socketClient<C extends Contract>(contract: C, socketPath: string): Client<C> {
  return askingClient(contract, async (path, input, call) => {
    const { started, end } = await requestCall(socketPath, path, input, call);
    if (end !== null) return end;
    throw unavailable(contract.name, started ? 'crashed' : 'down', 1);
  });
}

/** A client of a module that is asked by `ask`, which knows what a lost connection means. */
export function askingClient<C extends Contract>(contract: C, ask: Ask, callSeconds?: number): Client<C> {
  const perform: Perform = async (name, input, call) => {
    const fullName = `${contract.name}.${name}`;
    const end = await ask(`/${contract.name}/${name}`, input, call).catch((error) => {
      throw error instanceof Unavailable ? error : new Unexpected(fullName, error);
    });
    if (end.kind === 'output') return end.output;
    throw errorOf(fullName, contract.operations[name], end);
  };
  return guard(contract, perform, callSeconds);
}
