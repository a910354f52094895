import type { PerformedCall } from './call.ts';
import type { Client, Contract } from './contract.ts';
import { Unavailable, Unexpected } from './errors.ts';
import { guard, type Perform } from './guard.ts';
import { connectionsTo, requestCall, type Address } from './request-call.ts';
import { unavailable } from './unavailable.ts';
import { type EndLine, errorOf } from './wire.ts';

/** Has a call answered somewhere else. It knows what a lost connection means, and rejects with `Unavailable` for it. */
export type Ask = (path: string, input: unknown, call: PerformedCall) => Promise<EndLine>;

/** A client of a module that is asked by `ask`. */
export function askingClient<C extends Contract>(
  contract: C,
  ask: Ask,
  { callSeconds, around = (perform) => perform }: { callSeconds?: number | undefined; around?: (perform: Perform) => Perform } = {},
): Client<C> {
  const perform: Perform = async (name, input, call) => {
    const fullName = `${contract.name}.${name}`;
    const end = await ask(`/${contract.name}/${name}`, input, call).catch((error) => {
      throw error instanceof Unavailable || call.signal.aborted ? error : new Unexpected(fullName, error);
    });
    if (end.kind === 'output') return end.output;
    throw errorOf(fullName, contract.operations[name], end);
  };
  return guard(contract, around(perform), callSeconds);
}

/** Asks one module at an address that stands as long as whoever asks. */
export function askAt(need: string, address: Address, headers: Readonly<Record<string, string>> = {}): Ask & AsyncDisposable {
  const connections = connectionsTo(address);
  const ask: Ask = async (path, input, call) => {
    const { started, end } = await requestCall(connections, path, input, call, headers);
    if (end !== null) return end;
    throw unavailable(need, started ? 'crashed' : 'down', 1);
  };
  return Object.assign(ask, { [Symbol.asyncDispose]: () => connections[Symbol.asyncDispose]() });
}
