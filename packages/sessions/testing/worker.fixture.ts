import { inspect } from 'node:util';
import { newId } from '@piaffe/storage';
import { EventHub } from '../events/hub.ts';
import { serially } from '../serially.ts';
import type { Shared } from '../shared.ts';
import type { SessionTables } from '../tables.ts';
import { analyse, type Ending } from '../work/analyse.ts';
import { type Claim, claim } from '../work/claim.ts';
import { askForAlgorithm, knownAlgorithm } from '../work/current-algorithm.ts';
import { reconcile } from '../work/reconcile.ts';
import { write } from '../write.ts';
import type { Scripted } from './scripted-aggregation.fixture.ts';
import type { Server } from './server.fixture.ts';

/** A worker that does one thing at a time, when it is told to. */
export interface SteppedWorker {
  readonly shared: Shared;
  take(more?: { readonly othersRun?: boolean }): Promise<Claim | null>;
  finish(claim: Claim, signal?: AbortSignal): Promise<Ending>;
  /** What went into the log, as it would be written there. */
  readonly logged: string[];
  /** Asks which algorithm there is, and reconciles the work list with it. */
  askForAlgorithm(): Promise<void>;
  /** Takes something and finishes it; null when there is nothing to do. */
  step(): Promise<Ending | null>;
}

const never = new AbortController().signal;

/** On the database of a server, which should have no worker of its own. Its clock is the server’s unless it has another. */
export function steppedWorker(
  { store, stable, now }: Server,
  { client }: Scripted,
  clock = now,
): SteppedWorker {
  const holder = newId();
  let lastOwner = '';
  const logged: string[] = [];
  const keep = (level: string) => (fields: object, message: string) => {
    logged.push(`${level} ${message} ${inspect(fields)}`);
  };
  const shared: Shared = {
    database: store.database.as<SessionTables>(),
    blobs: store.blobs,
    aggregation: client,
    stable,
    now: clock,
    log: { info: keep('info'), warn: keep('warn'), error: keep('error') },
    events: new EventHub(holder),
    referring: serially(),
    wake() {},
    wakePlugins() {},
    progressOf: () => null,
  };
  const worker: SteppedWorker = {
    shared,
    logged,
    async take({ othersRun = false } = {}) {
      const algorithm = await knownAlgorithm(shared.database);
      if (algorithm === null) return null;
      const claimant = { holder, algorithm, lastOwner, othersRun };
      const taken = await write(shared, (writing) => claim(writing, claimant, clock()));
      if (taken !== null) lastOwner = taken.owner;
      return taken;
    },
    finish: (taken, signal = never) =>
      analyse(shared, taken, { signal, onProgress() {}, deadline: undefined }),
    async askForAlgorithm() {
      await askForAlgorithm(shared, never);
      await reconcile(shared, never);
    },
    async step() {
      const taken = await worker.take();
      return taken && worker.finish(taken);
    },
  };
  return worker;
}
