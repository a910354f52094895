import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '@piaffe/kernel';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, settled, upload } from '../testing/server.fixture.ts';

test('notes are added, changed and removed, and stand in the order of their time', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  const own = { principal: me.principal, session: session.id };
  const late = await here.sessions.addNote({ ...own, at: 30.0004, text: 'shied' });
  const whole = await here.sessions.addNote({ ...own, at: null, text: 'new saddle' });
  const early = await here.sessions.addNote({ ...own, at: 3.5, text: 'stiff' });
  assert.equal(late.at, 30);
  assert.deepEqual((await here.sessions.session(own)).notes, [whole, early, late]);

  const changed = await here.sessions.changeNote({ ...own, note: late.id, at: 1, text: 'shied at a bird' });
  assert.notEqual(changed.editedAt, null);
  assert.equal(changed.createdAt, late.createdAt);
  await here.sessions.removeNote({ ...own, note: early.id });
  assert.deepEqual((await here.sessions.session(own)).notes, [whole, changed]);
  await assert.rejects(here.sessions.removeNote({ ...own, note: early.id }), { code: 'note-not-found' });
});

test('a note is found in its own session only', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const { principal } = me;
  const [one, other] = [await upload(here, me, 'a ride'), await upload(here, me, 'another')];
  const { id } = await here.sessions.addNote({ principal, session: one.session.id, at: null, text: 'mine' });
  const elsewhere = { principal, session: other.session.id, note: id };
  await assert.rejects(here.sessions.changeNote({ ...elsewhere, at: null, text: 'x' }), {
    code: 'note-not-found',
  });
  await assert.rejects(here.sessions.removeNote(elsewhere), { code: 'note-not-found' });
});

test('a time that no ride reaches is refused, of a note and of a trim, and nothing of it is stored', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  const own = { principal: me.principal, session: session.id };
  const { id: note } = await here.sessions.addNote({ ...own, at: 48 * 3600, text: 'late' });
  for (const at of [1e306, Number.MAX_VALUE, 48 * 3600 + 1, -1]) {
    await assert.rejects(here.sessions.addNote({ ...own, at, text: 'x' }), InvalidInput);
    await assert.rejects(here.sessions.changeNote({ ...own, note, at, text: 'x' }), InvalidInput);
    await assert.rejects(here.sessions.trim({ ...own, trim: { from: 0, to: at } }), InvalidInput);
  }
  const { notes, trim } = await here.sessions.session(own);
  assert.deepEqual([notes.map(({ at, text }) => [at, text]), trim], [[[48 * 3600, 'late']], null]);
});

test('a note answers with the text that it keeps, whatever characters that is of', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const name = 'ride\ud800\0.csv';
  const { session } = await upload(here, me, 'a ride', { name });
  assert.equal(session.recordings[0]?.name, 'ride\ufffd\0.csv');
  const own = { principal: me.principal, session: session.id };
  for (const text of ['half \ud83d of a horse', 'a whole \ud83d\udc0e', '\0 nothing', '\u2028"\\\u202e']) {
    const added = await here.sessions.addNote({ ...own, at: null, text });
    assert.equal(added.text, text.toWellFormed());
    const changed = await here.sessions.changeNote({ ...own, note: added.id, at: null, text: `${text}!` });
    assert.equal(changed.text, `${text.toWellFormed()}!`);
    assert.deepEqual((await here.sessions.session(own)).notes, [changed]);
    await here.sessions.removeNote({ ...own, note: added.id });
  }
});

test('a ride has at most 200 notes, and 100,000 characters in them', async (t) => {
  const here = await server(t, { aggregation: scripted().client });
  const me = await owner(here);
  const { principal } = me;
  const [one, other] = [
    await upload(here, me, 'a ride', { startedAt: '2026-05-01T18:00:00Z' }),
    await upload(here, me, 'another', { startedAt: '2026-05-01T18:10:00Z' }),
  ];
  const own = { principal, session: one.session.id };
  const many = Array.from({ length: 200 }, (_, at) => here.sessions.addNote({ ...own, at, text: 'stiff' }));
  const [first] = await Promise.all(many);
  await assert.rejects(here.sessions.addNote({ ...own, at: 1, text: 'x' }), { code: 'too-many-notes' });
  assert.equal((await here.sessions.session(own)).notes.length, 200);
  await here.sessions.changeNote({ ...own, note: first!.id, at: 1, text: 'lame' });

  const others = { principal, session: other.session.id };
  const text = 'x'.repeat(4000);
  for (let note = 0; note < 24; note++) await here.sessions.addNote({ ...others, at: null, text });
  const last = await here.sessions.addNote({ ...others, at: null, text: 'x'.repeat(3990) });
  await assert.rejects(here.sessions.addNote({ ...others, at: 1, text: 'more than 10' }), {
    code: 'too-many-notes',
  });
  await here.sessions.addNote({ ...others, at: 1, text: 'just fits!' });
  await assert.rejects(here.sessions.changeNote({ ...others, note: last.id, at: null, text }), {
    code: 'too-many-notes',
  });
  assert.equal((await here.sessions.session(others)).notes.at(-2)?.text.length, 3990);

  for (const { principal: who, session } of [own, others]) await settled(here, who, session);
  await assert.rejects(here.sessions.merge({ ...own, other: others.session }), {
    code: 'merge-not-possible',
  });
  assert.equal((await here.sessions.session(others)).notes.length, 26);
});
