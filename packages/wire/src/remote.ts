import { type Contract, Unavailable } from '@piaffe/kernel';
import { type PerformedCall, type Reached, unavailable } from '@piaffe/kernel/shape';
import type { Ask } from './asking-client.ts';
import type { Endpoint } from './endpoint.ts';
import { knownEnd } from './known-end.ts';

/** Causes that say: nothing was done, another instance may do it. */
const elsewhere: readonly unknown[] = ['down', 'overloaded'];

/**
 * Asks a module at its addresses, the healthy ones in turn. What is harmless to ask twice is tried at a second one,
 * once.
 */
export function askRemote({ name, operations }: Contract, endpoints: readonly Endpoint[]): Ask {
  let turn = 0;
  return async (path, input, call) => {
    const operation = operations[path.slice(path.lastIndexOf('/') + 1)];
    const references = operation.references?.(input as never) ?? [];
    await Promise.race(endpoints.map(({ known }) => known));
    let [attempts, judgedAgain] = [0, false];
    for (;;) {
      const endpoint = endpoints[turn++ % endpoints.length]!;
      const chosen = [endpoint, ...endpoints].find((each) => each.isHealthy(name));
      if (chosen === undefined) throw noneHealthy(name, endpoints);
      const { status, sent, started, end } = await chosen
        .ask(name, path, input, call, references)
        .catch((error) => notAsked(name, call, error));
      if (status === 412 && !judgedAgain) {
        judgedAgain = true;
        await chosen.probe();
        continue;
      }
      const mayRepeat = attempts++ === 0 && !call.signal.aborted;
      const refused = end?.kind === 'unavailable' && end.need === name && elsewhere.includes(end.cause);
      if (end !== null && !(refused && mayRepeat && operation.idempotent))
        return chosen.isSame(name) ? end : knownEnd(operation, end);
      if (end === null && !sent) void chosen.probe();
      if (mayRepeat && operation.idempotent && !started) continue;
      throw unavailable(name, started ? 'crashed' : 'down', 1);
    }
  };
}

/** The caller has left, or what came back was no answer of the wire, or a recording could not be handed over. */
function notAsked(name: string, { signal }: PerformedCall, error: unknown): never {
  if (signal.aborted || error instanceof Unavailable) throw error;
  if (error instanceof Error && 'code' in error) throw unavailable(name, 'down', 1);
  throw new Unavailable(name, 'broken', `${name} does not answer as it should`, { because: error });
}

/** How it is as a whole: up while one address is of use. */
export function remoteStatus(module: string, all: readonly Endpoint[]): ReturnType<Reached['status']> {
  const endpoints = all.map((endpoint) => endpoint.status(module));
  const best = endpoints[all.findIndex((endpoint) => endpoint.isHealthy(module))];
  const { state, since, refusal, problem } = best ?? endpoints[0]!;
  return {
    process: null,
    state: best === undefined && state === 'up' ? 'down' : state,
    since,
    restarts: 0,
    lastProblem: refusal ?? problem,
    pid: null,
    endpoints,
  };
}

function noneHealthy(name: string, endpoints: readonly Endpoint[]): Unavailable {
  const refusal = endpoints.map((endpoint) => endpoint.status(name).refusal).find((each) => each !== null);
  return refusal === undefined || refusal === null
    ? unavailable(name, 'down', 1)
    : new Unavailable(name, 'incompatible', refusal, { retryAfter: 5 });
}
