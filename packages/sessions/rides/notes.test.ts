import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { owner, server, upload } from '../testing/server.fixture.ts';

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
