import type { Principal } from '@piaffe/auth/contract';
import type { Demo, DemoStatus } from '@piaffe/gateway/contract';
import { Unavailable } from '@piaffe/kernel';
import type { DemoNeeds } from './demo-needs.ts';
import { patiently } from './patiently.ts';
import { type DemoRow, type Progress, progressOf } from './progress.ts';
import { removeDemo } from './remove.ts';
import { startRideWriter } from './ride-writer.ts';
import { seed } from './seed.ts';

export interface DemoConfig {
  /** Whether an empty server is to have one, and one that was cut off to go on. */
  readonly wanted: boolean;
  /** What the thread that makes the rides is started with. */
  readonly rides: readonly string[];
  readonly now: () => Date;
}

/** Where there is no word of any yet. */
export const noDemo: Demo = { status: () => none, remove: async () => {} };

const none: DemoStatus = { state: 'none', done: 0, total: 0 };

/**
 * The demo stable of a data folder, in the background from here on until it is disposed of: it is seeded where nobody has
 * ever been, goes on where it was cut off, and goes when its owner says so.
 */
export async function startDemo(needs: DemoNeeds, config: DemoConfig): Promise<Demo & AsyncDisposable> {
  const { log } = needs;
  const progress = progressOf(needs.database);
  const row = await beginOrGoOn(needs, progress, config);
  let status = row === null ? none : await statusOf(row, progress, needs, config);
  const principal: Principal = { account: row?.owner ?? '', role: 'administrator' };

  const seeding = new AbortController();
  const ending = new AbortController();

  const fill = async ({ begun_at, language }: DemoRow) => {
    const { signal } = seeding;
    await using writer = await startRideWriter(config.rides, { now: begun_at, language });
    const tell = (done: number, total: number) => {
      status = { state: 'seeding', done, total };
    };
    await seed(needs, { principal, writer, progress, tell, signal });
    await patiently(() => progress.enter('seeded'), { log, signal });
    status = { ...status, state: 'ready' };
    log.info({ rides: status.total }, 'the demo stable is complete');
  };

  const clear = async () => {
    await removeDemo(needs, principal, progress);
    await progress.enter('removed');
    status = none;
    log.info({}, 'the demo stable is removed');
  };

  let work: Promise<void> = Promise.resolve();
  if (row?.state === 'seeding' && config.wanted) {
    work = fill(row).catch((error) => {
      if (seeding.signal.aborted) return;
      log.error(
        { err: error },
        'the demo stable stays as far as it is; it goes on when the server is started again',
      );
      status = { ...status, state: 'ready' };
    });
  }
  if (row?.state === 'removing') {
    work = patiently(clear, { log, signal: ending.signal }).catch((error) => {
      if (!ending.signal.aborted) log.error({ err: error }, 'the demo stable could not be removed');
    });
  }

  let removal: Promise<void> | null = null;
  const remove = async () => {
    await progress.enter('removing');
    status = { ...status, state: 'removing' };
    seeding.abort();
    await work;
    if (status.state !== 'none') await clear();
  };

  return {
    status: ({ account }) => (account === principal.account ? status : none),
    async remove({ account }) {
      if (account !== principal.account || status.state === 'none') return;
      removal ??= remove().finally(() => {
        removal = null;
      });
      await removal;
    },
    async [Symbol.asyncDispose]() {
      seeding.abort();
      ending.abort();
      await work;
      await removal?.catch(() => {});
    },
  };
}

/** Null where there is none, and none is to be. */
async function beginOrGoOn(
  { auth, log }: DemoNeeds,
  progress: Progress,
  { wanted, now }: DemoConfig,
): Promise<DemoRow | null> {
  const row = await progress.read();
  if (row !== null) return row.state === 'removed' ? null : row;
  if (!wanted || !(await auth.isEmpty({})).empty) return null;
  try {
    const { principal } = await auth.firstAdministrator({});
    const begun: DemoRow = {
      state: 'seeding',
      owner: principal.account,
      begun_at: now().toISOString(),
      language: 'en',
      rides: null,
    };
    await progress.begin(begun);
    return begun;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    log.warn({ err: error }, 'there is no demo stable, as nothing can be written');
    return null;
  }
}

/** As it was left. */
async function statusOf(
  { state, rides }: DemoRow,
  progress: Progress,
  { sessions }: DemoNeeds,
  { wanted }: DemoConfig,
): Promise<DemoStatus> {
  const handedIn = (await progress.made('ride')).size;
  if (state === 'removing') return { state, done: handedIn, total: rides ?? handedIn };
  if (state !== 'seeding' || !wanted) return { state: 'ready', done: handedIn, total: handedIn };
  const { queued, running } = await sessions.work({});
  return { state, done: Math.max(0, handedIn - queued - running), total: rides ?? 0 };
}
