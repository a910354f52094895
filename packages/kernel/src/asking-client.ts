import type { PerformedCall } from './call.ts';
import type { Client, Contract } from './contract.ts';
import { Failure, InvalidInput, InvalidOutput, Unavailable, Unexpected } from './errors.ts';
import { guard, type Perform } from './guard.ts';
import { type Address, connectionsTo, requestCall } from './request-call.ts';
import { unavailable } from './unavailable.ts';
import { type EndLine, errorOf } from './wire.ts';

/** Has a call answered somewhere else. It knows what a lost connection means, and rejects with `Unavailable` for it. */
export type Ask = (path: string, input: unknown, call: PerformedCall) => Promise<EndLine>;

/** A client of a module that is asked by `ask`. */
export function askingClient<C extends Contract>(
  contract: C,
  ask: Ask,
  {
    callSeconds,
    around = (perform) => perform,
  }: { callSeconds?: number | undefined; around?: (perform: Perform) => Perform } = {},
): Client<C> {
  const perform: Perform = async (name, input, call) => {
    const end = await ask(`/${contract.name}/${name}`, input, call);
    if (end.kind === 'output') return end.output;
    throw errorOf(`${contract.name}.${name}`, contract.operations[name], end);
  };
  return guard(contract, { perform: around(perform), errorFor, callSeconds });

  function errorFor(name: string, error: unknown): unknown {
    const isOne = known.some((kind) => error instanceof kind);
    return isOne ? error : new Unexpected(`${contract.name}.${name}`, error);
  }
}

/** Whatever else an asking rejects with, nobody foresaw. */
const known = [Failure, InvalidInput, InvalidOutput, Unavailable, Unexpected];

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
