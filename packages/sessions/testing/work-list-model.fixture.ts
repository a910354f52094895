import assert from 'node:assert/strict';
import type { Principal } from '@piaffe/auth/contract';
import { Failure, Unavailable } from '@piaffe/kernel';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { ListedSession } from '../contract.ts';
import { referencedBlobs } from '../sweep/referenced-blobs.ts';
import { sweep } from '../sweep/sweeper.ts';
import type { Claim } from '../work/claim.ts';
import { beginEpoch } from '../work/reprocess.ts';
import { settle } from '../work/settle.ts';
import type { Scripted } from './scripted-aggregation.fixture.ts';
import { beside, everything, owner, type Server, upload } from './server.fixture.ts';
import { type SteppedWorker, steppedWorker } from './worker.fixture.ts';

const place = fc.nat({ max: 7 });
const who = fc.nat({ max: 1 });
const kinds = {
  keep: fc.record({ do: fc.constant('keep' as const), who, text: fc.nat({ max: 7 }) }),
  trim: fc.record({ do: fc.constant('trim' as const), who, place, to: fc.constantFrom(null, 20, 30) }),
  start: fc.record({ do: fc.constant('start' as const), who, place, minute: fc.nat({ max: 9 }) }),
  horse: fc.record({ do: fc.constant('horse' as const), who, place }),
  remove: fc.record({ do: fc.constant('remove' as const), who, place }),
  restore: fc.record({ do: fc.constant('restore' as const), who, place }),
  retry: fc.record({ do: fc.constant('retry' as const), who, place }),
  merge: fc.record({ do: fc.constant('merge' as const), who, place, other: place }),
  split: fc.record({ do: fc.constant('split' as const), who, place }),
  correct: fc.record({ do: fc.constant('correct' as const), who, place, jumps: fc.nat({ max: 2 }) }),
  beside: fc.record({ do: fc.constant('beside' as const), who, place, text: fc.nat({ max: 2 }) }),
  alone: fc.record({ do: fc.constant('alone' as const), who, place }),
  purge: fc.record({ do: fc.constant('purge' as const), who }),
  note: fc.record({ do: fc.constant('note' as const), who, place, at: fc.constantFrom(null, 3, 90) }),
  take: fc.record({ do: fc.constant('take' as const), worker: who }),
  finish: fc.record({
    do: fc.constant('finish' as const),
    worker: who,
    how: fc.constantFrom('well', 'well', 'well', 'down', 'crashed', 'aborted'),
  }),
  die: fc.record({ do: fc.constant('die' as const), worker: who }),
  contest: fc.record({ do: fc.constant('contest' as const) }),
  pass: fc.record({
    do: fc.constant('pass' as const),
    seconds: fc.constantFrom(2, 6, 16, 16, 4000, 31 * 86_400),
  }),
  upgrade: fc.record({ do: fc.constant('upgrade' as const) }),
  reprocess: fc.record({ do: fc.constant('reprocess' as const) }),
  sweep: fc.record({ do: fc.constant('sweep' as const) }),
};

/** One thing that somebody, or fate, does. */
export const action = fc.oneof(
  { weight: 4, arbitrary: kinds.keep },
  { weight: 5, arbitrary: kinds.take },
  { weight: 5, arbitrary: kinds.finish },
  { weight: 3, arbitrary: kinds.pass },
  { weight: 2, arbitrary: kinds.contest },
  { weight: 2, arbitrary: kinds.merge },
  ...Object.values(kinds),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

interface Owner {
  readonly principal: Principal;
  readonly horses: readonly string[];
  readonly kept: Set<string>;
  notes: number;
  companions: number;
  jumps: number;
}

/** One text crashes whatever analyses it, one is no recording; the last ones say themselves when they began. */
const poison = (text: string) => text.endsWith('4');
const unreadable = (text: string) => text.endsWith('5');

/** Does what it is told to a real server, and knows what must be true of it whatever that was. */
export class WorkListModel {
  readonly #here: Server;
  readonly #aggregation: Scripted;
  readonly #owners: readonly Owner[];
  readonly #workers: { worker: SteppedWorker; taken: Claim | null }[];
  readonly #textOf = new Map<string, string>();
  readonly #latestToken = new Map<string, number>();
  #published = new Set<string>();
  #how = 'well';
  #version = 1;
  publishedInAll = 0;
  superseded = 0;

  private constructor(here: Server, aggregation: Scripted, owners: readonly Owner[]) {
    this.#here = here;
    this.#aggregation = aggregation;
    this.#owners = owners;
    this.#workers = [0, 1].map(() => ({ worker: steppedWorker(here, aggregation), taken: null }));
    aggregation.script = ({ inputs }) => {
      const texts = inputs.map(({ reference }) => this.#textOf.get(reference) ?? '');
      if (this.#how === 'down') throw new Unavailable('aggregation', 'down', 'it is down');
      if (this.#how === 'crashed' || texts.some(poison))
        throw new Unavailable('aggregation', 'crashed', 'gone');
      if (texts.some(unreadable)) throw new Failure('recording-rejected', { problem: 'x', detail: 'no.' });
    };
  }

  static async begin(here: Server, aggregation: Scripted): Promise<WorkListModel> {
    const owners: Owner[] = [];
    for (let i = 0; i < 2; i++) {
      const { principal, horse } = await owner(here);
      const { horse: another } = await owner(here, principal);
      owners.push({
        principal,
        horses: [horse, another],
        kept: new Set(),
        notes: 0,
        companions: 0,
        jumps: 0,
      });
    }
    const model = new WorkListModel(here, aggregation, owners);
    await model.#workers[0]?.worker.askForAlgorithm();
    return model;
  }

  async do(one: Action): Promise<void> {
    try {
      await this.#perform(one);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
    await this.check();
  }

  /** Has everything done that is left to do, by a worker that meets no more bad luck. */
  async finish(): Promise<void> {
    for (const at of this.#workers) {
      at.worker = steppedWorker(this.#here, this.#aggregation);
      at.taken = null;
    }
    this.#here.pass(16);
    for (let idle = 0; idle < 3; ) {
      await this.#perform({ do: 'take', worker: 0 });
      const nothing = this.#workers[0]?.taken === null;
      idle = nothing ? idle + 1 : 0;
      if (nothing) this.#here.pass(16);
      else await this.#perform({ do: 'finish', worker: 0, how: 'well' });
    }
    await this.check();
    for (const { principal } of this.#owners) {
      for (const { id, state, reason, computed } of await this.#sessions(principal, false)) {
        assert.ok(state !== 'queued' && state !== 'running', `${id} ended as ${state}`);
        assert.equal(state === 'done', computed?.current === true);
        assert.equal(state === 'done', reason === null);
      }
    }
    const { store } = this.#here;
    for await (const { sha256, neededBy } of referencedBlobs(store.database))
      assert.notEqual(await store.blobs.size(sha256), null, `the blob of a ${neededBy} is gone`);
  }

  /** What must be true at any moment. */
  async check(): Promise<void> {
    const { database } = this.#workers[0]!.worker.shared;
    const unsettled = await settle(database, { after: 0, through: Number.MAX_SAFE_INTEGER });
    assert.deepEqual(unsettled, [], 'the states are the difference');
    const { rows: shared } = await sql`
      select key from session_sessions group by key having count(distinct owner) > 1`.execute(database);
    assert.deepEqual(shared, [], 'owners share no work and no result');
    for (const { principal, horses, kept, notes, companions, jumps } of this.#owners) {
      const all = [...(await this.#sessions(principal, false)), ...(await this.#sessions(principal, true))];
      assert.ok(
        all.every(({ horse }) => horses.includes(horse)),
        'nobody sees the rides of another',
      );
      const recordings = all.flatMap((session) => session.recordings);
      const texts = recordings.flatMap(({ name, role }) => (role === 'motion' ? [name] : [])).sort();
      assert.deepEqual(texts, [...kept].sort(), 'every recording that was kept is there, once');
      assert.equal(
        all.reduce((sum, { noteCount }) => sum + noteCount, 0),
        notes,
        'no note is lost',
      );
      assert.equal(recordings.length - texts.length, companions, 'nothing beside a ride is lost');
      assert.equal(
        all.reduce((sum, session) => sum + jumpsOf(session), 0),
        jumps,
        'no correction is lost',
      );
    }
  }

  async #perform(one: Action): Promise<void> {
    const { sessions } = this.#here;
    if ('who' in one) {
      const me = this.#owners[one.who]!;
      const { principal, horses } = me;
      if (one.do === 'keep') {
        const name = `${one.who} ${one.text}`;
        const start = `2026-05-01T18:0${one.text}:00Z`;
        const startedAt = one.text < 6 ? start : null;
        // Both owners have some of the same bytes.
        const text = one.text % 2 === 0 ? `shared ${one.text}` : name;
        const { receipt } = await upload(this.#here, { principal, horse: horses[0]! }, text, {
          name,
          startedAt,
        });
        this.#textOf.set(receipt.sha256, text);
        this.#aggregation.fileStarts.set(receipt.sha256, start);
        me.kept.add(name);
        return;
      }
      const all = [...(await this.#sessions(principal, false)), ...(await this.#sessions(principal, true))];
      if (one.do === 'purge') {
        const horse = horses[1]!;
        await sessions.purge({ principal, horse });
        return this.#forget(
          me,
          all.filter((session) => session.horse === horse),
        );
      }
      const chosen = (at: number) => all[at % all.length]?.id;
      const session = chosen(one.place);
      if (session === undefined) return;
      const own = { principal, session };
      const before = all[one.place % all.length]!;
      if (one.do === 'correct') {
        const added = [3, 12.5].slice(0, one.jumps);
        await sessions.correct({ ...own, corrections: { segments: [], jumps: { added, removed: [] } } });
        me.jumps += one.jumps - jumpsOf(before);
      }
      if (one.do === 'beside') {
        const { duplicate } = await beside(this.#here, own, `beside ${one.text}`);
        if (!duplicate) me.companions++;
      }
      if (one.do === 'alone') {
        const companions = before.recordings.filter(({ role }) => role === 'companion');
        const [first] = companions;
        if (first === undefined) return;
        await sessions.removeCompanion({ ...own, recording: first.id });
        me.companions -= companions.filter(({ sha256 }) => sha256 === first.sha256).length;
      }
      if (one.do === 'trim')
        await sessions.trim({ ...own, trim: one.to === null ? null : { from: 1, to: one.to } });
      if (one.do === 'start')
        await sessions.change({ ...own, changes: { startedAt: `2026-05-01T19:0${one.minute}:00Z` } });
      if (one.do === 'horse') await sessions.change({ ...own, changes: { horse: horses[1]! } });
      if (one.do === 'remove') await sessions.remove(own);
      if (one.do === 'restore') await sessions.restore(own);
      if (one.do === 'retry') await sessions.retry(own);
      if (one.do === 'merge') await sessions.merge({ ...own, other: chosen(one.other)! });
      if (one.do === 'split') await sessions.split(own);
      if (one.do === 'note') {
        await sessions.addNote({ ...own, at: one.at, text: 'a note' });
        me.notes++;
      }
    } else if ('worker' in one) await this.#work(one);
    else if (one.do === 'pass') this.#here.pass(one.seconds);
    else if (one.do === 'contest') {
      // One falls asleep over its work, the other takes it, and the first wakes up.
      await this.#work({ do: 'take', worker: 0 });
      this.#here.pass(16);
      await this.#work({ do: 'take', worker: 1 });
      await this.#work({ do: 'finish', worker: 0, how: 'well' });
    } else if (one.do === 'upgrade') {
      this.#aggregation.version = `${++this.#version}.0.0`;
      await this.#workers[0]!.worker.askForAlgorithm();
    } else if (one.do === 'reprocess') {
      const { worker } = this.#workers[0]!;
      await beginEpoch(worker.shared);
      await worker.askForAlgorithm();
    } else await this.#sweep();
  }

  async #work(one: Extract<Action, { worker: number }>): Promise<void> {
    const at = this.#workers[one.worker]!;
    if (one.do === 'die') {
      at.worker = steppedWorker(this.#here, this.#aggregation);
      at.taken = null;
    } else if (one.do === 'take') {
      if (at.taken !== null) return;
      at.taken = await at.worker.take();
      if (at.taken !== null) this.#latestToken.set(needOf(at.taken), at.taken.token);
    } else if (at.taken !== null) {
      const { taken } = at;
      at.taken = null;
      const signal = one.how === 'aborted' ? AbortSignal.abort(new Error('the end')) : undefined;
      this.#how = one.how;
      const { kind } = await at.worker.finish(taken, signal);
      if (kind === 'superseded') this.superseded++;
      if (kind !== 'published') return;
      this.publishedInAll++;
      const name = nameOf(taken);
      assert.equal(
        this.#latestToken.get(needOf(taken)),
        taken.token,
        'a token that is not the latest publishes nothing',
      );
      assert.ok(!this.#published.has(name), 'everything is published once');
      this.#published.add(name);
    }
  }

  async #sweep(): Promise<void> {
    const { shared } = this.#workers[0]!.worker;
    const before = shared.now().getTime() - 30 * 86_400_000;
    const gone: [Owner, ListedSession[]][] = [];
    for (const me of this.#owners) {
      const removed = await this.#sessions(me.principal, true);
      gone.push([me, removed.filter(({ removedAt }) => Date.parse(removedAt ?? '') <= before)]);
    }
    await sweep(shared, new AbortController().signal);
    for (const [me, sessions] of gone) await this.#forget(me, sessions);
  }

  /** They are deleted for good, and with them what was published for nobody else. */
  async #forget(me: Owner, sessions: readonly ListedSession[]): Promise<void> {
    for (const session of sessions) {
      for (const { name, role } of session.recordings) {
        if (role === 'motion') me.kept.delete(name);
        else me.companions--;
      }
      me.notes -= session.noteCount;
      me.jumps -= jumpsOf(session);
    }
    const { rows } = await sql<{ name: string }>`
      select key || ' ' || algorithm || ' ' || epoch as name from session_results`.execute(
      this.#here.store.database.as(),
    );
    this.#published = new Set(rows.map(({ name }) => name));
  }

  async #sessions(principal: Principal, removed: boolean): Promise<readonly ListedSession[]> {
    return (await this.#here.sessions.list({ ...everything, principal, removed })).items;
  }
}

const needOf = ({ key, algorithm }: Claim) => `${key} ${algorithm}`;
const nameOf = ({ key, algorithm, epoch }: Claim) => `${key} ${algorithm} ${epoch}`;

const jumpsOf = ({ corrections }: ListedSession) => corrections?.jumps.added.length ?? 0;
