import { type Progress, Unavailable } from '@piaffe/kernel';
import type { Shared } from '../shared.ts';
import { write } from '../write.ts';
import { analyse, type Ending } from './analyse.ts';
import { Backoff } from './backoff.ts';
import type { Bell } from './bell.ts';
import { type Claim, claim, nextDue } from './claim.ts';
import { askForAlgorithm, knownAlgorithm } from './current-algorithm.ts';
import { endLeasesOfTheDead, renew, renewalSeconds } from './lease.ts';
import { reconcile } from './reconcile.ts';
import { tell } from './tell-progress.ts';

const secondsBetweenQuestions = 60;
const millisecondsBetweenTold = 250;

export interface WorkerParts {
  readonly holder: string;
  readonly concurrent: number;
  readonly bell: Bell;
  readonly progress: Map<string, Progress>;
  /** Begins what is done when nothing waits to be analysed; null when there is nothing of that either. */
  readonly spare: (signal: AbortSignal) => Promise<void> | null;
}

export interface Worker extends AsyncDisposable {
  /** Why nothing is being analysed just now; null when nothing is in the way. */
  blocked(): string | null;
  /** The epoch is another: what has to wait is to be found anew. */
  reconcile(): void;
}

/**
 * Takes work and has it done, `concurrent` at a time, until it is disposed of. What runs then is given back uncounted. Where
 * nothing waits, something spare may run; it makes room for what comes.
 */
export function startWorker(
  shared: Shared,
  { holder, concurrent, bell, progress, spare }: WorkerParts,
): Worker {
  const stopping = new AbortController();
  /** By token: after a change of the algorithm the same key may run twice. */
  const running = new Map<number, Promise<void>>();
  const pause = new Backoff();
  let askedAt = Number.NEGATIVE_INFINITY;
  let toReconcile = true;
  let toTakeOver = true;
  let reconciling: Promise<void> | null = null;
  let lastOwner = '';
  let alone = false;
  let spareRun: { readonly ending: AbortController; readonly ended: Promise<void> } | null = null;

  const ended = work();
  return {
    blocked: () => pause.reason,
    reconcile() {
      toReconcile = true;
      bell.ring();
    },
    async [Symbol.asyncDispose]() {
      stopping.abort(new Error('the server is ending'));
      bell.ring();
      await ended;
      await reconciling;
      await Promise.all(running.values());
      await endSpare();
    },
  };

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      let wait = secondsBetweenQuestions * 1000;
      try {
        wait = Math.min(wait, await turn());
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (!(error instanceof Unavailable)) shared.log.error({ err: error }, 'the work list cannot go on');
        pause.begin(sentence(error), error instanceof Unavailable ? error.retryAfter : null);
      }
      await bell.heard(Math.max(1, Math.min(wait, pause.remaining ?? wait)));
    }
  }

  /** Begins what can be begun; in how many milliseconds to look again. */
  async function turn(): Promise<number> {
    if (pause.remaining !== null && pause.remaining > 0) return pause.remaining;
    if (toTakeOver) await endLeasesOfTheDead(shared.database, holder);
    toTakeOver = false;
    await keepAlgorithmKnown();
    const algorithm = await knownAlgorithm(shared.database);
    if (algorithm === null) return Number.POSITIVE_INFINITY;
    while (running.size < concurrent && !(alone && running.size > 0) && !stopping.signal.aborted) {
      const claimant = { holder, algorithm, lastOwner, othersRun: running.size > 0 };
      const taken = await write(shared, (writing) => claim(writing, claimant, shared.now()));
      if (taken === null) {
        beginSpare();
        const due = await nextDue(shared.database, claimant, shared.now());
        return due === null ? Number.POSITIVE_INFINITY : Date.parse(due) - shared.now().getTime();
      }
      lastOwner = taken.owner;
      alone = taken.alone;
      const room = taken.alone || running.size + 2 > concurrent ? endSpare() : undefined;
      running.set(taken.token, perform(taken, room));
    }
    return Number.POSITIVE_INFINITY;
  }

  function beginSpare(): void {
    if (spareRun !== null || stopping.signal.aborted) return;
    const ending = new AbortController();
    const begun = spare(AbortSignal.any([stopping.signal, ending.signal]));
    if (begun === null) return;
    const ended = begun
      .catch((error) => {
        if (!(error instanceof Unavailable)) shared.log.error({ err: error }, 'a trial cannot go on');
        pause.begin(sentence(error), error instanceof Unavailable ? error.retryAfter : null);
      })
      .finally(() => {
        spareRun = null;
        bell.ring();
      });
    spareRun = { ending, ended };
  }

  async function endSpare(): Promise<void> {
    spareRun?.ending.abort(new Error('something else needs the room'));
    await spareRun?.ended;
  }

  async function keepAlgorithmKnown(): Promise<void> {
    if (toReconcile) reconciling ??= reconcileBeside();
    const isDue = pause.reason !== null || performance.now() - askedAt > secondsBetweenQuestions * 1000;
    if (!isDue) return;
    if (running.size > 0) {
      // The question would wait behind the answers; and what runs tells by its result whether the algorithm is another.
      pause.over();
      return;
    }
    const news = await askForAlgorithm(shared, stopping.signal);
    askedAt = performance.now();
    pause.over();
    if (news) toReconcile = true;
    if (toReconcile) reconciling ??= reconcileBeside();
  }

  /** What is new meanwhile need not wait for it. */
  async function reconcileBeside(): Promise<void> {
    try {
      while (toReconcile && !stopping.signal.aborted) {
        toReconcile = false;
        await reconcile(shared, stopping.signal);
      }
    } catch (error) {
      toReconcile = true;
      if (!stopping.signal.aborted) shared.log.error({ err: error }, 'the work list could not be reconciled');
    } finally {
      reconciling = null;
    }
  }

  /** Begins once there is room. */
  async function perform(taken: Claim, room: Promise<void> | undefined): Promise<void> {
    const lost = new AbortController();
    const renewal = setInterval(() => keepLease(taken, lost), renewalSeconds * 1000);
    try {
      await room;
      await tell(shared, taken.key, 'running');
      const ending = await analyse(shared, taken, {
        signal: AbortSignal.any([stopping.signal, lost.signal]),
        onProgress: showProgress(taken.key),
      });
      await after(taken, ending);
    } catch (error) {
      shared.log.error({ err: error, key: taken.key }, 'an analysis could not be brought to an end');
      pause.begin(sentence(error), null);
    } finally {
      clearInterval(renewal);
      progress.delete(taken.key);
      running.delete(taken.token);
      bell.ring();
    }
  }

  async function after(taken: Claim, ending: Ending): Promise<void> {
    if (ending.kind === 'wait') pause.begin(ending.blocked, ending.retryAfter);
    else if (ending.kind === 'other-algorithm')
      pause.begin('The analysis is being brought up to date.', null);
    else pause.succeeded();
    if (ending.kind !== 'published' && ending.kind !== 'failed') await tell(shared, taken.key, 'queued');
  }

  async function keepLease(taken: Claim, lost: AbortController): Promise<void> {
    try {
      if (!(await renew(shared.database, taken, shared.now()))) lost.abort(new Error('the lease was lost'));
    } catch (error) {
      shared.log.warn({ err: error, key: taken.key }, 'a lease could not be renewed');
    }
  }

  /** Whoever reads a session sees every step; events are told a few times a second at most. */
  function showProgress(key: string): (made: Progress) => void {
    let toldAt = Number.NEGATIVE_INFINITY;
    return (made) => {
      progress.set(key, made);
      if (performance.now() - toldAt < millisecondsBetweenTold) return;
      toldAt = performance.now();
      tell(shared, key, 'running', made).catch((error) =>
        shared.log.warn({ err: error, key }, 'progress could not be told'),
      );
    };
  }
}

const sentence = (error: unknown) =>
  error instanceof Unavailable ? error.message : 'The work list has met a fault of the program.';
