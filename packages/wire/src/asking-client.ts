import type { Client, Contract } from '@piaffe/kernel';
import { guard, type Perform, type PerformedCall, unavailable } from '@piaffe/kernel/shape';
import { type Address, connectionsTo, requestCall } from './request-call.ts';
import { type EndLine, errorOf } from './wire.ts';

/**
 * Has a call answered somewhere else. It knows what a lost connection means, and rejects with `Unavailable` for it.
 */
export type Ask = (path: string, input: unknown, call: PerformedCall) => Promise<EndLine>;

/** Gets the operations of a contract done by asking for them. */
export function performBy({ name, operations }: Contract, ask: Ask): Perform {
  return async (operation, input, call) => {
    const end = await ask(`/${name}/${operation}`, input, call);
    if (end.kind === 'output') return end.output;
    throw errorOf(`${name}.${operation}`, operations[operation]!, end);
  };
}

/** A client of a module that is asked by `ask`. */
export function askingClient<C extends Contract>(contract: C, ask: Ask): Client<C> {
  return guard(contract, { perform: performBy(contract, ask) });
}

/** Asks one module at an address that stands as long as whoever asks. */
export function askAt(
  need: string,
  address: Address,
  headers: Readonly<Record<string, string>> = {},
): Ask & AsyncDisposable {
  const connections = connectionsTo(address);
  const ask: Ask = async (path, input, call) => {
    const { started, end } = await requestCall(connections, path, input, call, headers);
    if (end !== null) return end;
    throw unavailable(need, started ? 'crashed' : 'down', 1);
  };
  return Object.assign(ask, { [Symbol.asyncDispose]: () => connections[Symbol.asyncDispose]() });
}
