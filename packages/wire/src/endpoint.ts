import { setTimeout as sleep } from 'node:timers/promises';
import { type Contract, type EndpointStatus, Unavailable } from '@piaffe/kernel';
import { Judge, type Judgement, type PerformedCall, readShown, type Shown } from '@piaffe/kernel/shape';
import { type Answer, connectionsTo, requestCall } from './request-call.ts';
import { handOver, type Store } from './store.ts';

const probeEveryMs = 1_000;
const probeWithinMs = 1_000;
/** So many probes unanswered, one after the other, and calls under way are given up, too. */
const probesMissed = 5;
/** So many calls in a row that were lost or too slow, and no more are sent until a pause is over. */
const breaksAfter = 5;
const breakMs = 2_000;
/** How long a call must have waited for an answer to count as too slow. */
const patienceMs = 1_000;
/** No contract is longer. */
const longestDocument = 4_000_000;

interface EndpointOptions {
  readonly url: string;
  readonly token: string | null;
  readonly store: Store | null;
  readonly contracts: readonly Contract[];
  onChange(message: string, level: 'info' | 'warn'): void;
}

/** One address where modules are provided: probed in the background, so that asking how it is costs nothing. */
export class Endpoint implements AsyncDisposable {
  readonly #options: EndpointOptions;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #judges: ReadonlyMap<string, Judge>;
  readonly #judgements = new Map<string, Judgement>();
  readonly #stopping = new AbortController();
  readonly #over: Promise<void>;
  readonly #known = Promise.withResolvers<void>();
  #connections: ReturnType<typeof connectionsTo>;
  #state: EndpointStatus['state'] = 'starting';
  #since = new Date();
  #problem: string | null = null;
  #shown: Shown | null = null;
  #missed = 0;
  #failures = 0;
  #openUntil = 0;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.#headers = options.token === null ? {} : { authorization: `Bearer ${options.token}` };
    this.#judges = new Map(options.contracts.map((contract) => [contract.name, new Judge(contract)]));
    this.#connections = connectionsTo(options);
    this.#over = this.#watch();
  }

  /** Resolves once it was looked at for the first time. */
  get known(): Promise<void> {
    return this.#known.promise;
  }

  status(module: string): EndpointStatus {
    return {
      url: this.#options.url,
      state: this.#state,
      since: this.#since.toISOString(),
      breaker: Date.now() < this.#openUntil ? 'open' : 'closed',
      version: this.#judgements.get(module)?.version ?? null,
      refusal: this.#judgements.get(module)?.refusal ?? null,
      problem: this.#problem,
    };
  }

  isHealthy(module: string): boolean {
    const { state, breaker, refusal } = this.status(module);
    return state === 'up' && breaker === 'closed' && refusal === null;
  }

  /** Whether its contract is the very same, to the last key. */
  isSame(module: string): boolean {
    return this.#judgements.get(module)?.isSame ?? false;
  }

  /** Hands over what is referred to where the provider does not reach it, and asks. */
  async ask(
    module: string,
    path: string,
    input: unknown,
    call: PerformedCall,
    references: readonly string[],
  ): Promise<Answer> {
    const { store } = this.#options;
    const judged = this.#judgements.get(module)?.digest ?? '';
    const headers = { ...this.#headers, 'if-match': `"${judged}"` };
    const connections = this.#connections;
    const began = performance.now();
    try {
      if (store !== null && this.#shown?.reaches.includes(store.id) === false)
        for (const reference of references)
          await handOver(connections, store, reference, { headers: this.#headers, signal: call.signal });
      const answer = await requestCall(connections, path, input, call, headers);
      this.#count(answer.end !== null || answer.status === 412);
      return answer;
    } catch (error) {
      // Callers leave for reasons of their own; one who had time and got nothing tells something of the provider.
      const patient = performance.now() - began > patienceMs && call.signal.reason instanceof Unavailable;
      if (patient || !call.signal.aborted) this.#count(false);
      throw error;
    }
  }

  /** Looks at it now: what it shows, and whether that fits. */
  async probe(): Promise<void> {
    const began = this.#connections;
    try {
      const shown = readShown(await this.#get('/contracts'));
      for (const [name, judge] of this.#judges) {
        const before = this.#judgements.get(name);
        const judgement = await judge.judge(shown.modules[name], () => this.#get(`/contracts/${name}`));
        this.#judgements.set(name, judgement);
        if (before?.digest !== judgement.digest && judgement.refusal !== null)
          this.#options.onChange(judgement.refusal, 'warn');
      }
      this.#shown = shown;
      this.#missed = 0;
      this.#enter('up', null);
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#missed += 1;
      // One that is merely busy answers the next one.
      if (this.#state === 'up' && this.#missed === 1 && isTimeout(error)) return;
      this.#enter('down', error instanceof Error ? error.message || error.name : String(error));
      if (this.#missed !== probesMissed || began !== this.#connections) return;
      this.#connections = connectionsTo(this.#options);
      await began[Symbol.asyncDispose]();
    } finally {
      this.#known.resolve();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await this.#connections[Symbol.asyncDispose]();
    await this.#over;
  }

  async #watch(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.probe();
      await sleep(probeEveryMs, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => {});
    }
  }

  async #get(path: string): Promise<unknown> {
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(probeWithinMs)]);
    const { statusCode, body } = await this.#connections.request({
      path,
      method: 'GET',
      headers: this.#headers,
      signal,
    });
    if (statusCode === 200) {
      let text = '';
      for await (const chunk of body.setEncoding('utf8')) {
        text += chunk;
        if (text.length > longestDocument) throw new RangeError('what it shows is too long');
      }
      return JSON.parse(text);
    }
    await body.dump();
    throw new Error(statusCode === 401 ? 'it does not take our service token' : `it answers ${statusCode}`);
  }

  #count(answered: boolean): void {
    this.#failures = answered ? 0 : this.#failures + 1;
    if (this.#failures >= breaksAfter) this.#openUntil = Date.now() + breakMs;
  }

  #enter(state: EndpointStatus['state'], problem: string | null): void {
    this.#problem = problem;
    if (state === this.#state) return;
    this.#state = state;
    this.#since = new Date();
    this.#options.onChange(
      problem === null ? 'is up' : `is down: ${problem}`,
      problem === null ? 'info' : 'warn',
    );
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
