import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '@piaffe/sessions/contract';
import type { Api } from '../support/api.fixture.ts';
import { shortRides } from '../support/rides.fixture.ts';
import { analysed } from './analysed.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

interface Result {
  readonly segments: readonly { readonly gait: string; readonly from: number; readonly to: number }[];
  readonly metrics: { readonly gaits: Record<string, { readonly time: { readonly value: number | null } }> };
}

const timeIn = async (api: Api, id: string, gait: string) =>
  (await api.json<Result>(`/sessions/${id}/result`)).metrics.gaits[gait]!.time.value ?? 0;

/** What people say about a ride, and know better than it was found. */
export const changes: Suite = (tested) => {
  test('what is said about a ride is changed, and notes are kept with their time', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const { session } = await program.upload(await program.addHorse('Luna'), Buffer.from('no recording'));
    const path = `/sessions/${session.id}`;
    const said = { type: 'dressage', surface: 'sand', startedAt: '2026-05-04T10:00:00+02:00' };
    const changed = (await (await program.send('PATCH', path, said)).json()) as Session;
    assert.deepEqual([changed.context.type, changed.context.surface], ['dressage', 'sand']);
    assert.equal(Date.parse(changed.startedAt!), Date.parse(said.startedAt));

    const add = await program.send('POST', `${path}/notes`, { at: 12.5, text: 'She stretched' });
    const { id } = (await add.json()) as { id: string };
    await program.send('POST', `${path}/notes`, { text: 'A good day' });
    await program.send('PUT', `${path}/notes/${id}`, { at: 13, text: 'She stretched well' });
    const { notes } = await program.session(session.id);
    assert.deepEqual(
      notes.map(({ at, text }) => [at, text]).toSorted((a, b) => String(b[1]).localeCompare(String(a[1]))),
      [
        [13, 'She stretched well'],
        [null, 'A good day'],
      ],
    );
    assert.equal((await program.fetch(`${path}/notes/${id}`, { method: 'DELETE' })).status, 204);
    assert.equal((await program.session(session.id)).notes.length, 1);
    await refused(await program.fetch(`${path}/notes/${id}`, { method: 'DELETE' }), 404, 'note-not-found');
  });

  test('a ride is trimmed, corrected, and made whole again: each time its numbers are computed anew', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const { session } = await program.upload(await program.addHorse('Luna'), shortRides().ride(2));
    const path = `/sessions/${session.id}`;
    await analysed(program, session.id);
    const whole = await timeIn(program, session.id, 'trot');

    await program.send('PUT', `${path}/trim`, { from: 0, to: 78 });
    const trimmed = await analysed(program, session.id);
    assert.deepEqual(trimmed.trim, { from: 0, to: 78 });
    const half = await timeIn(program, session.id, 'trot');
    assert.ok(half > 15 && half < whole - 15, `${half} of ${whole} s`);
    await refused(await program.send('PUT', `${path}/trim`, { from: 50, to: 10 }), 422, 'trim-not-valid');

    await program.fetch(`${path}/trim`, { method: 'DELETE' });
    const canter = { segments: [{ gait: 'canter', from: 60, to: 90 }], jumps: { added: [], removed: [] } };
    await program.send('PUT', `${path}/corrections`, canter);
    const corrected = await analysed(program, session.id);
    assert.deepEqual([corrected.trim, corrected.corrections], [null, canter]);
    assert.equal(await timeIn(program, session.id, 'canter'), 30);

    await program.fetch(`${path}/corrections`, { method: 'DELETE' });
    await analysed(program, session.id);
    assert.equal(await timeIn(program, session.id, 'trot'), whole);
    const raw = await program.fetch(`${path}/recording`);
    assert.deepEqual(Buffer.from(await raw.bytes()), shortRides().ride(2));
  });

  test('two recordings of one ride become one, and two again', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const horse = await program.addHorse('Luna');
    const start = (minute: string) => `&startedAt=2026-05-04T10:${minute}:00.000Z`;
    const first = (await program.upload(horse, shortRides().ride(3), start('00'))).session.id;
    const second = (await program.upload(horse, shortRides().ride(4), start('05'))).session.id;
    for (const id of [first, second]) await analysed(program, id);
    const merged = await program.send('POST', `/sessions/${first}/merge`, { other: second });
    assert.equal(merged.status, 200);
    assert.equal((await analysed(program, first)).recordings.length, 2);
    assert.ok((await timeIn(program, first, 'trot')) > 100);
    assert.equal((await program.all('/sessions')).length, 1);
    assert.equal((await program.fetch(`/sessions/${first}/split`, { method: 'POST' })).status, 200);
    assert.equal((await program.all('/sessions')).length, 2);
    await refused(
      await program.fetch(`/sessions/${first}/split`, { method: 'POST' }),
      409,
      'nothing-to-split',
    );
  });

  test('a ride that was removed is out of sight, and can be brought back', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const { session } = await program.upload(await program.addHorse('Luna'), Buffer.from('no recording'));
    const path = `/sessions/${session.id}`;
    const removed = (await (await program.fetch(path, { method: 'DELETE' })).json()) as Session;
    assert.ok(removed.removedAt !== null && removed.purgedAt !== null);
    assert.deepEqual(await program.all('/sessions'), []);
    const { items } = await program.json<{ items: Session[] }>('/sessions?removed=true');
    assert.deepEqual(
      items.map(({ id }) => id),
      [session.id],
    );
    await program.fetch(`${path}/restore`, { method: 'POST' });
    assert.equal((await program.all('/sessions')).length, 1);
  });
};
