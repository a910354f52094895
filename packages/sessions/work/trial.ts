import type { Output } from '@piaffe/kernel';
import { sql } from 'kysely';
import type { sessionsContract, Trial } from '../contract.ts';
import { readWhole } from '../read-whole.ts';
import type { Shared } from '../shared.ts';
import type { ResultRow, SessionRow } from '../tables.ts';
import { algorithmText } from './algorithm.ts';
import { Comparison } from './comparison.ts';
import { aggregateInput } from './key.ts';
import { needOf } from './need.ts';
import { fromText, type Numbers, numbersOf } from './numbers.ts';
import { verdictOn } from './verdict.ts';

type Told = Output<typeof sessionsContract, 'trial'>;

interface Running {
  readonly startedAt: Date;
  readonly stopped: AbortController;
  /** Sessions that are still to be computed, the next one first. */
  readonly waiting: string[];
  readonly comparison: Comparison;
  /** By the algorithm before and the one now, as a JSON pair. */
  readonly algorithms: Map<string, number>;
  total: number;
  done: number;
  failed: number;
}

/** Computes results anew to see how they would differ, a session at a time, where nothing else waits. Stores nothing. */
export class Trials {
  readonly #shared: Shared;
  #last: Running | null = null;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  /** With the latest rides whose result is the one they need. */
  async start(sessions: number): Promise<Told> {
    const { database, now, wake } = this.#shared;
    const { rows } = await sql<{ id: string }>`
      select s.id from session_sessions s join session_results r on r.id = s.result and r.key = s.key
      where s.merged_into is null and s.removed_at is null
      order by s.sort_at desc, s.id limit ${sessions}`.execute(database);
    this.stop();
    this.#last = {
      startedAt: now(),
      stopped: new AbortController(),
      waiting: rows.map(({ id }) => id),
      comparison: new Comparison(),
      algorithms: new Map(),
      total: rows.length,
      done: 0,
      failed: 0,
    };
    wake();
    return this.told();
  }

  stop(): Told {
    this.#last?.stopped.abort(new Error('the trial was stopped'));
    return this.told();
  }

  told(): Told {
    if (this.#last === null) return { ...nothing };
    const { startedAt, stopped, comparison, algorithms, total, done, failed } = this.#last;
    const running = stopped.signal.aborted ? 'stopped' : 'running';
    return {
      state: done === total ? 'done' : running,
      startedAt: startedAt.toISOString(),
      total,
      done,
      failed,
      ...comparison.told(),
      algorithms: [...algorithms].map(([pair, count]) => {
        const [from, to] = JSON.parse(pair);
        return { from, to, sessions: count };
      }),
    };
  }

  /** Computes the next one; null when there is none. One that is aborted is the next one again. Rejects as aggregation does that is not there. */
  next(signal: AbortSignal): Promise<void> | null {
    const trial = this.#last;
    const session = trial?.stopped.signal.aborted ? undefined : trial?.waiting.shift();
    if (trial == null || session === undefined) return null;
    return this.#compute(trial, session, AbortSignal.any([signal, trial.stopped.signal]));
  }

  async #compute(trial: Running, session: string, signal: AbortSignal): Promise<void> {
    const { database, aggregation } = this.#shared;
    const { rows } = await sql<SessionRow & Before>`
      select s.*, r.algorithm, r.numbers, r.result_sha256 from session_sessions s
      join session_results r on r.id = s.result and r.key = s.key
      where s.id = ${session} and s.merged_into is null and s.removed_at is null`.execute(database);
    const [row] = rows;
    if (row === undefined) {
      // It is gone, or needs another result by now: there is nothing to compare with.
      trial.total--;
      return;
    }
    try {
      const before = await this.#numbersBefore(row);
      const need = await needOf(database, row);
      const { result } = await aggregation.aggregate(aggregateInput(need), { signal });
      const pair = JSON.stringify([row.algorithm, algorithmText(result.algorithm)]);
      trial.algorithms.set(pair, (trial.algorithms.get(pair) ?? 0) + 1);
      trial.comparison.add(before, numbersOf(result));
    } catch (error) {
      const isOver = (await verdictOn(error, aggregation, signal)).kind !== 'wait' && !signal.aborted;
      if (!isOver) {
        trial.waiting.unshift(session);
        if (signal.aborted) return;
        throw error;
      }
      this.#shared.log.warn({ err: error, session }, 'a session could not be computed for a trial');
      trial.failed++;
    }
    trial.done++;
  }

  async #numbersBefore({ numbers, result_sha256 }: Before): Promise<Numbers> {
    if (numbers !== null) return fromText(numbers);
    const stored = await readWhole(this.#shared.blobs, result_sha256);
    if (stored === null) throw new Error(`the result ${result_sha256} is missing or damaged`);
    return numbersOf(JSON.parse(stored.toString()));
  }
}

type Before = Pick<ResultRow, 'algorithm' | 'numbers' | 'result_sha256'>;

const nothing: Trial = {
  state: 'none',
  startedAt: null,
  total: 0,
  done: 0,
  failed: 0,
  same: 0,
  algorithms: [],
  differences: [],
};
