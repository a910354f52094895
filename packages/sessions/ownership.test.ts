import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Principal } from '@piaffe/auth/contract';
import type { Client, Input } from '@piaffe/kernel';
import { Failure } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import { sessionsContract } from './contract.ts';
import { scripted } from './testing/scripted-aggregation.fixture.ts';
import {
  beside,
  everything,
  nothingSaid,
  owner,
  type Server,
  server,
  settled,
  unfiltered,
  upload,
} from './testing/server.fixture.ts';

type Operations = (typeof sessionsContract)['operations'];

/** Everything that belongs to somebody and that an operation may be given the id of. */
interface Ids {
  readonly horse: string;
  readonly rider: string;
  readonly session: string;
  readonly other: string;
  readonly recording: string;
  readonly companion: string;
  readonly note: string;
}

/** An input for every operation, made of the ids. An operation without a case fails, by its type and when it runs. */
const cases: {
  readonly [Name in keyof Operations]: (
    who: { readonly principal: Principal },
    ids: Ids,
  ) => Input<typeof sessionsContract, Name>;
} = {
  keep: (who, { horse, rider }) => ({
    ...who,
    horse,
    blob,
    name: 'ride.csv',
    startedAt: null,
    context: { ...nothingSaid, rider },
  }),
  list: (who, { horse }) => ({ ...everything, ...who, horse }),
  numbers: (who, { horse }) => ({ ...unfiltered, ...who, horse, metrics: ['gaits.trot.cadence'] }),
  session: (who, { session }) => ({ ...who, session }),
  result: (who, { session }) => ({ ...who, session }),
  added: (who, { session }) => ({ ...who, session }),
  series: (who, { session }) => ({ ...who, session }),
  recording: (who, { session, recording }) => ({ ...who, session, recording }),
  change: (who, { session, horse, rider }) => ({ ...who, session, changes: { horse, rider } }),
  trim: (who, { session }) => ({ ...who, session, trim: { from: 1, to: 20 } }),
  correct: (who, { session }) => ({
    ...who,
    session,
    corrections: { segments: [], jumps: { added: [3], removed: [] } },
  }),
  addCompanion: (who, { session }) => ({ ...who, session, blob, name: 'belt.csv', startedAt: null }),
  removeCompanion: (who, { session, companion }) => ({ ...who, session, recording: companion }),
  merge: (who, { session, other }) => ({ ...who, session, other }),
  split: (who, { session }) => ({ ...who, session }),
  retry: (who, { session }) => ({ ...who, session }),
  addNote: (who, { session }) => ({ ...who, session, at: 1, text: 'mine' }),
  changeNote: (who, { session, note }) => ({ ...who, session, note, at: 1, text: 'mine' }),
  removeNote: (who, { session, note }) => ({ ...who, session, note }),
  remove: (who, { session }) => ({ ...who, session }),
  restore: (who, { session }) => ({ ...who, session }),
  events: (who, { session }) => ({ ...who, session, after: null, waitSeconds: 0 }),
  purge: (who, { horse }) => ({ ...who, horse }),
  // What follows is for those who run the server, and given to nobody else by the gateway.
  troubled: () => ({ state: null, limit: 10, after: null }),
  retryTroubled: () => ({ session: null }),
  startTrial: () => ({ sessions: 1 }),
  stopTrial: () => ({}),
  trial: () => ({}),
  reprocess: () => ({}),
  work: () => ({}),
};

const blob = { sha256: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26', bytes: 12 };

type Plain = Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

/** What became of a call, as far as its caller can tell. */
async function outcome(sessions: Client<typeof sessionsContract>, name: string, input: unknown) {
  try {
    return { output: await (sessions as unknown as Plain)[name]?.(input) };
  } catch (error) {
    assert.ok(error instanceof Failure, `${name}: ${error}`);
    return { code: error.code, details: error.details, message: error.message };
  }
}

async function belongings(here: Server, name: string): Promise<{ principal: Principal; ids: Ids }> {
  const me = await owner(here);
  const { principal } = me;
  const rider = await here.stable.addRider({ principal, name });
  const first = await upload(here, me, `${name} first`, { startedAt: '2026-05-01T18:00:00Z' });
  const second = await upload(here, me, `${name} second`, { startedAt: '2026-05-01T19:00:00Z' });
  for (const { session } of [first, second]) await settled(here, principal, session.id);
  const session = first.session.id;
  const note = await here.sessions.addNote({ principal, session, at: null, text: `of ${name}` });
  const { id: recording } = first.receipt;
  const added = await beside(here, { principal, session }, `belt of ${name}`);
  await settled(here, principal, session);
  const ids = {
    horse: me.horse,
    rider: rider.id,
    session,
    other: second.session.id,
    recording,
    companion: added.receipt.id,
    note: note.id,
  };
  return { principal, ids };
}

test('of every operation, what belongs to another is as if it were not there', async (t) => {
  assert.deepEqual(Object.keys(cases).sort(), Object.keys(sessionsContract.operations).sort());
  const here = await server(t, { aggregation: scripted().client });
  async function* bytes() {
    yield Buffer.from('hello world\n');
  }
  Object.assign(blob, await here.store.blobs.put(bytes()));
  const mine = await belongings(here, 'mine');
  const theirs = await belongings(here, 'theirs');
  const seenByThem = () => here.sessions.list({ ...everything, principal: theirs.principal });
  const before = await seenByThem();
  const roles = ['rider', 'administrator'] as const;
  let compared = 0;
  for (const [name, input] of Object.entries(cases)) {
    for (const role of roles) {
      const who = { principal: { ...mine.principal, role } };
      const asked = JSON.stringify(input(who, mine.ids));
      const answers: unknown[] = [];
      for (const [kind, id] of Object.entries(mine.ids)) {
        if (!asked.includes(id)) continue;
        const foreign = theirs.ids[kind as keyof Ids];
        const [ofTheirs, ofNobody] = [
          await outcome(here.sessions, name, input(who, { ...mine.ids, [kind]: foreign })),
          await outcome(here.sessions, name, input(who, { ...mine.ids, [kind]: newId() })),
        ];
        assert.deepEqual(ofTheirs, ofNobody, `${name}, ${kind}, ${role}`);
        assert.doesNotMatch(JSON.stringify(ofTheirs), new RegExp(Object.values(theirs.ids).join('|')));
        answers.push(ofNobody);
      }
      compared += answers.length;
      if (role === 'administrator' || answers.length === 0) continue;
      const ofMine = await outcome(here.sessions, name, input(who, mine.ids));
      for (const ofNobody of answers) assert.notDeepEqual(ofMine, ofNobody, `${name} of one’s own`);
    }
  }
  assert.deepEqual(await seenByThem(), before);
  t.diagnostic(`${compared} pairs compared`);
  assert.ok(compared >= 40);
});
