import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { aggregationContract } from '@piaffe/aggregation/contract';
import { aggregationModule } from '@piaffe/aggregation/create';
import type { Principal } from '@piaffe/auth/contract';
import { bind, type Client, type Input, type Output } from '@piaffe/kernel';
import { stableContract } from '@piaffe/stable/contract';
import { migrations as ofStable, stableModule } from '@piaffe/stable/create';
import { newId, openStore, type Store } from '@piaffe/storage';
import { type Session, sessionsContract } from '../contract.ts';
import { migrations, sessionsModule } from '../create.ts';
import type { Needs } from '../needs.ts';

type Aggregation = Client<typeof aggregationContract>;

export interface Server {
  readonly store: Store;
  readonly sessions: Client<typeof sessionsContract>;
  readonly stable: Client<typeof stableContract>;
  /** Moves the clock of the server on. */
  pass(seconds: number): void;
  now(): Date;
  /** Ends everything, and removes the folder; at the end of the test at the latest. */
  close(): Promise<void>;
  /** Ends the first worker, as a server does that is told to. */
  end(): Promise<void>;
  /** Starts another worker on the same database, or the same one again. */
  start(
    aggregation?: Aggregation,
    now?: () => Date,
    plugins?: Needs['metrics'],
  ): Client<typeof sessionsContract> & AsyncDisposable;
}

interface ServerOptions {
  readonly aggregation?: Aggregation;
  readonly concurrent?: number;
  /** One that is there already, and stays. */
  readonly folder?: string;
  readonly metrics?: Needs['metrics'];
}

/** The real store, stable and, unless another is given, aggregation. */
export async function server(
  t: Pick<TestContext, 'after'>,
  { aggregation, concurrent = 1, folder: given, metrics }: ServerOptions = {},
): Promise<Server> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'piaffe-sessions-')));
  const resources = new AsyncDisposableStack();
  t.after(() => resources.disposeAsync());
  if (given === undefined) resources.defer(() => rm(folder, { recursive: true, force: true }));
  const store = resources.use(
    await openStore(folder, { migrations: { stable: ofStable, sessions: migrations } }),
  );
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead * 1000);
  const stable = bind(stableContract, stableModule.create({ database: store.database, now }, {}));
  const real = bind(aggregationContract, aggregationModule.create({ files: store.blobs }, {}));
  const start: Server['start'] = (analysis = aggregation ?? real, clock = now, plugins = metrics) => {
    const implementation = sessionsModule.create(
      {
        database: store.database,
        blobs: store.blobs,
        aggregation: analysis,
        stable,
        ...(plugins && { metrics: plugins }),
        now: clock,
        log: silent,
      },
      { concurrent },
    );
    resources.use(implementation as AsyncDisposable);
    const end = async () => implementation[Symbol.asyncDispose]?.();
    return { ...bind(sessionsContract, implementation), [Symbol.asyncDispose]: end };
  };
  const first = start();
  return {
    store,
    stable,
    sessions: first,
    close: () => resources.disposeAsync(),
    end: async () => first[Symbol.asyncDispose](),
    pass: (seconds) => {
      ahead += seconds;
    },
    now,
    start,
  };
}

const silent = { info() {}, warn() {}, error() {} };

/** A rider with a horse, or one more horse of a rider. */
export async function owner(
  { stable }: Pick<Server, 'stable'>,
  principal: Principal = { account: newId(), role: 'rider' },
): Promise<{ principal: Principal; horse: string }> {
  const { id } = await stable.addHorse({
    principal,
    profile: {
      name: 'Quarz',
      breed: null,
      birthYear: null,
      massKg: null,
      usualMount: null,
      timeZone: 'Europe/Berlin',
    },
    demo: false,
  });
  return { principal, horse: id };
}

type KeepInput = Input<typeof sessionsContract, 'keep'>;

/** Asks for nothing in particular. */
export const unfiltered = { horse: null, from: null, to: null, type: null, surface: null, rider: null };

export const everything = {
  ...unfiltered,
  state: null,
  removed: false,
  limit: 200,
  after: null,
};

export const nothingSaid = { type: null, surface: null, rider: null, mount: null };

/** What an upload does: first the bytes, then the row. */
export async function upload(
  { store, sessions }: Pick<Server, 'store' | 'sessions'>,
  who: { readonly principal: Principal; readonly horse: string },
  text: string,
  more: Partial<KeepInput> = {},
): Promise<Output<typeof sessionsContract, 'keep'>> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  const blob = await store.blobs.put(bytes());
  return sessions.keep({ ...who, blob, name: 'ride.csv', startedAt: null, context: nothingSaid, ...more });
}

/** What an upload of heart rate or position beside a ride does. */
export async function beside(
  { store, sessions }: Pick<Server, 'store' | 'sessions'>,
  own: { readonly principal: Principal; readonly session: string },
  text: string,
  more: Partial<Input<typeof sessionsContract, 'addCompanion'>> = {},
): Promise<Output<typeof sessionsContract, 'addCompanion'>> {
  const blob = await store.blobs.put(Readable.from([Buffer.from(text)]));
  return sessions.addCompanion({ ...own, blob, name: text, startedAt: null, ...more });
}

/** Looks again and again, and lets everything else have its turn between. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setImmediate();
}

/** The session once its analysis has ended, well or not. */
export async function settled(
  { sessions }: Pick<Server, 'sessions'>,
  principal: Principal,
  session: string,
): Promise<Session> {
  for (let after: string | null = null; ; ) {
    const found = await sessions.session({ principal, session });
    if (found.state !== 'queued' && found.state !== 'running') return found;
    const { last } = await sessions.events({ principal, session, after, waitSeconds: 5 });
    after = last;
  }
}
