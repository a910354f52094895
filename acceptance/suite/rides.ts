import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '@piaffe/sessions/contract';
import { sha256 } from '../support/api.fixture.ts';
import { shortRides } from '../support/rides.fixture.ts';
import { analysed } from './analysed.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

const ride = shortRides();

/** A recording on its way: handed in, analysed, read. */
export const rides: Suite = (tested) => {
  test('a recording that was handed in is acknowledged, analysed, and read in every form', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const bytes = ride.ride(1);
    const { receipt, session, duplicate } = await program.upload(await program.addHorse('Luna'), bytes);
    assert.deepEqual([receipt.sha256, receipt.bytes, duplicate], [sha256(bytes), bytes.length, false]);
    const done = await analysed(program, session.id);
    assert.equal(done.state, 'done', done.reason ?? '');

    const path = `/sessions/${session.id}`;
    const answer = await program.fetch(`${path}/result`);
    const result = (await answer.json()) as {
      inputs: { sha256: string }[];
      algorithm: { version: string };
      metrics: { gaits: { trot: { time: { value: number; unit: string } } } };
    };
    assert.ok(Math.abs(result.metrics.gaits.trot.time.value - 60) < 10);
    assert.equal(result.metrics.gaits.trot.time.unit, 's');
    assert.equal(result.inputs[0]?.sha256, sha256(bytes));
    assert.equal(result.algorithm.version, done.computed?.version);
    const tag = answer.headers.get('etag')!;
    const known = await program.fetch(`${path}/result`, { headers: { 'if-none-match': tag } });
    assert.equal(known.status, 304);

    const series = await program.json<object>(`${path}/series`);
    assert.ok(Object.keys(series).length > 0);
    const csv = await (await program.fetch(`${path}/series?format=csv`)).text();
    assert.ok(csv.split('\r\n').length > 100);
    const arrow = await (await program.fetch(`${path}/series?format=arrow`)).bytes();
    assert.equal(Buffer.from(arrow.subarray(0, 6)).toString(), 'ARROW1');

    const raw = await program.fetch(`${path}/recording`);
    assert.equal(sha256(await raw.bytes()), sha256(bytes));
    const part = await program.fetch(`${path}/recording`, { headers: { range: 'bytes=10-19' } });
    assert.equal(part.status, 206);
    assert.deepEqual(Buffer.from(await part.bytes()), bytes.subarray(10, 20));
  });

  test('the same bytes again are the same ride, also when it had been removed; of somebody else they are theirs', async () => {
    const { guest } = await tested();
    const [mine, theirs] = [await guest(), await guest()];
    const horse = await mine.program.addHorse('Luna');
    const bytes = Buffer.from('the same, whatever it is');
    const first = await mine.program.upload(horse, bytes);
    const again = await mine.program.upload(horse, bytes);
    assert.deepEqual([again.duplicate, again.session.id], [true, first.session.id]);
    await mine.program.fetch(`/sessions/${first.session.id}`, { method: 'DELETE' });
    assert.deepEqual(await mine.program.all('/sessions'), []);
    const back = await mine.program.upload(horse, bytes);
    assert.deepEqual([back.session.id, back.session.removedAt], [first.session.id, null]);
    const other = await theirs.program.upload(await theirs.program.addHorse('Vento'), bytes);
    assert.equal(other.duplicate, false);
    assert.notEqual(other.session.id, first.session.id);
  });

  test('what is no recording is kept, and its ride says what is wrong with it', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const bytes = Buffer.from('this is not a recording of anything');
    const { session } = await program.upload(await program.addHorse('Luna'), bytes);
    const { state, reason } = await analysed(program, session.id);
    assert.equal(state, 'failed');
    assert.ok(reason !== null && reason.length > 10, reason ?? '');
    await refused(await program.fetch(`/sessions/${session.id}/result`), 409, 'no-result');
    const raw = await program.fetch(`/sessions/${session.id}/recording`);
    assert.equal(sha256(await raw.bytes()), sha256(bytes));
  });

  test('nothing is acknowledged that did not come whole', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const path = `/recordings?horse=${await program.addHorse('Luna')}`;
    const other = { 'content-sha256': sha256(Buffer.from('other bytes')), 'content-type': 'text/csv' };
    const wrong = await program.fetch(path, { method: 'POST', body: Buffer.from('bytes'), headers: other });
    await refused(wrong, 422, 'checksum-mismatch');
    const none = await program.fetch(path, { method: 'POST', body: Buffer.alloc(0) });
    await refused(none, 400, 'recording-empty');
    const nobodys = await program.fetch(`/recordings?horse=${'a'.repeat(26)}`, {
      method: 'POST',
      body: Buffer.from('bytes'),
    });
    await refused(nobodys, 404, 'horse-not-found');
    assert.deepEqual(await program.all('/sessions'), []);
  });

  test('rides are listed the latest first, by horse, by state, by what is said of them', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const [luna, vento] = [await program.addHorse('Luna'), await program.addHorse('Vento')];
    const start = (day: number) => `&startedAt=2026-05-0${day}T10:00:00.000Z`;
    const handIn = async (horse: string, day: number, said = '') =>
      (await program.upload(horse, Buffer.from(`no recording ${day}`), start(day) + said)).session.id;
    const [first, second, third] = [
      await handIn(luna, 1),
      await handIn(luna, 3, '&type=dressage&surface=sand'),
      await handIn(vento, 2),
    ];
    const ids = async (query: string) =>
      (await program.json<{ items: Session[] }>(`/sessions?${query}`)).items.map(({ id }) => id);
    assert.deepEqual(await ids(''), [second, third, first]);
    assert.deepEqual(await ids(`horse=${luna}`), [second, first]);
    assert.deepEqual(await ids('type=dressage'), [second]);
    assert.deepEqual(await ids('to=2026-05-02T23:00:00.000Z'), [third, first]);
    for (const id of [first, second, third]) await analysed(program, id);
    assert.deepEqual((await ids('state=failed')).length, 3);
    assert.deepEqual(await ids('state=done'), []);
  });
};
