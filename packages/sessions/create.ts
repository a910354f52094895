import { defineModule, type Implementation, type Progress } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import { added } from './added/added.ts';
import { startAdding } from './added/adding.ts';
import { sessionsContract } from './contract.ts';
import { events } from './events/events.ts';
import { EventHub } from './events/hub.ts';
import type { Config, Needs } from './needs.ts';
import { change } from './rides/change.ts';
import { addCompanion, removeCompanion } from './rides/companions.ts';
import { correct } from './rides/correct.ts';
import { keep } from './rides/keep.ts';
import { list } from './rides/list.ts';
import { merge } from './rides/merge.ts';
import { addNote, changeNote, removeNote } from './rides/notes.ts';
import { numbers } from './rides/numbers.ts';
import { readSession } from './rides/read-session.ts';
import { recording } from './rides/recording.ts';
import { remove, restore, retry } from './rides/remove.ts';
import { result, series } from './rides/result.ts';
import { split } from './rides/split.ts';
import { trim } from './rides/trim.ts';
import { serially } from './serially.ts';
import type { Shared } from './shared.ts';
import { purgeForGood } from './sweep/purge-for-good.ts';
import { startSweeper } from './sweep/sweeper.ts';
import type { SessionTables } from './tables.ts';
import { Bell } from './work/bell.ts';
import { beginEpoch } from './work/reprocess.ts';
import { Trials } from './work/trial.ts';
import { retryTroubled, troubled } from './work/troubled.ts';
import { workStatus } from './work/work-status.ts';
import { startWorker } from './work/worker.ts';

export { migrations } from './migrations.ts';
export { type ReferencedBlob, referencedBlobs } from './sweep/referenced-blobs.ts';

/** Analyses what waits, and sweeps, until it is disposed of. */
export const sessionsModule = defineModule({
  contract: sessionsContract,
  create({ database, metrics, ...needs }: Needs, { concurrent }: Config) {
    const boot = newId().slice(0, 8);
    const bell = new Bell();
    const progress = new Map<string, Progress>();
    const hub = new EventHub(boot);
    const shared: Shared = {
      ...needs,
      database: database.as<SessionTables>(),
      events: hub,
      referring: serially(),
      wake: () => bell.ring(),
      wakePlugins: () => adding.look(),
      progressOf: (key) => progress.get(key) ?? null,
    };
    const adding = startAdding(shared, metrics);
    const trials = new Trials(shared);
    const spare = (signal: AbortSignal) => trials.next(signal);
    const worker = startWorker(shared, { holder: boot, concurrent, bell, progress, spare });
    const sweeper = startSweeper(shared);
    return {
      keep: (input, call) => keep(shared, input, call),
      list: (input) => list(shared, input),
      numbers: (input) => numbers(shared, input),
      session: ({ principal, session }) => readSession(shared, principal, session),
      result: (input, call) => result(shared, input, call),
      added: (input) => added(shared, input, adding.plugins),
      series: (input) => series(shared, input),
      recording: (input) => recording(shared, input),
      change: (input, call) => change(shared, input, call),
      trim: (input) => trim(shared, input),
      correct: (input) => correct(shared, input),
      addCompanion: (input) => addCompanion(shared, input),
      removeCompanion: (input) => removeCompanion(shared, input),
      merge: (input) => merge(shared, input),
      split: (input) => split(shared, input),
      remove: (input) => remove(shared, input),
      restore: (input) => restore(shared, input),
      retry: (input) => retry(shared, input),
      addNote: (input) => addNote(shared, input),
      changeNote: (input) => changeNote(shared, input),
      removeNote: (input) => removeNote(shared, input),
      events: (input, call) => events(shared, input, call),
      purge: (input) => purgeForGood(shared, input),
      troubled: (input) => troubled(shared, input),
      retryTroubled: (input) => retryTroubled(shared, input),
      startTrial: ({ sessions }) => trials.start(sessions),
      stopTrial: async () => trials.stop(),
      trial: async () => trials.told(),
      async reprocess() {
        const outcome = await beginEpoch(shared);
        worker.reconcile();
        return outcome;
      },
      work: () => workStatus(shared, worker.blocked()),
      async [Symbol.asyncDispose]() {
        hub.close();
        trials.stop();
        await sweeper[Symbol.asyncDispose]();
        await adding[Symbol.asyncDispose]();
        await worker[Symbol.asyncDispose]();
      },
    } satisfies Implementation<typeof sessionsContract> & AsyncDisposable;
  },
});
