import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortRides } from '../support/rides.fixture.ts';
import { analysed } from './analysed.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

const metric = 'gaits.trot.cadence';
const days = [1, 2, 3, 4];
const startOf = (day: number) => `2026-05-0${day}T10:00:00.000Z`;

interface Trend {
  readonly sessions: readonly { readonly id: string; readonly at: string }[];
  readonly metrics: readonly { readonly metric: string; readonly points: { readonly value: number[] } }[];
  readonly withoutStart: number;
}

interface Usual {
  readonly metrics: readonly {
    readonly metric: string;
    readonly n: number;
    readonly reason: string | null;
  }[];
}

/** Many rides of one horse. */
export const trends: Suite = (tested) => {
  test('a horse with some rides has a track record, as JSON, CSV and Arrow, and what is usual for it', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const horse = await program.addHorse('Luna');
    const handIn = async (ride: number, said: string) =>
      (await program.upload(horse, shortRides().ride(ride), said)).session.id;
    const ids: string[] = [];
    for (const day of days) ids.push(await handIn(10 + day, `&startedAt=${startOf(day)}&type=dressage`));
    const timeless = await handIn(20, '');
    for (const id of [...ids, timeless]) assert.equal((await analysed(program, id)).state, 'done');

    const path = `/horses/${horse}/trends?metric=${metric}`;
    const answer = await program.fetch(path);
    const { sessions, metrics, withoutStart } = (await answer.json()) as Trend;
    assert.deepEqual(
      sessions.map(({ id, at }) => [id, at]),
      days.map((day, n) => [ids[n], startOf(day)]),
    );
    assert.equal(withoutStart, 1);
    assert.deepEqual(
      metrics.map((each) => each.metric),
      [metric],
    );
    assert.ok(metrics[0]?.points.value.every((cadence) => cadence > 50));
    const known = { 'if-none-match': answer.headers.get('etag')! };
    assert.equal((await program.fetch(path, { headers: known })).status, 304);

    const csv = await (await program.fetch(`${path}&format=csv`)).text();
    assert.equal(csv.trimEnd().split('\r\n').length, 1 + days.length);
    const arrow = await (await program.fetch(`${path}&format=arrow`)).bytes();
    assert.equal(Buffer.from(arrow.subarray(0, 6)).toString(), 'ARROW1');
    const part = await program.json<Trend>(`${path}&from=${startOf(2)}&to=${startOf(4)}`);
    assert.deepEqual(
      part.sessions.map(({ id }) => id),
      ids.slice(1, 3),
    );

    const usual = await program.json<Usual>(`/horses/${horse}/usual?session=${ids.at(-1)}`);
    const cadence = usual.metrics.find((each) => each.metric === metric);
    assert.equal(cadence?.n, days.length - 1);
    const first = await program.json<Usual>(`/horses/${horse}/usual?session=${ids[0]}`);
    assert.ok(first.metrics.every(({ n, reason }) => n === 0 && reason !== null));
  });

  test('what cannot be asked of a trend is refused, and a horse without rides has an empty one', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const horse = await program.addHorse('Luna');
    const elegance = await program.fetch(`/horses/${horse}/trends?metric=gaits.trot.elegance`);
    await refused(elegance, 400, 'input-not-valid');
    const { sessions, withoutStart } = await program.json<Trend>(`/horses/${horse}/trends`);
    assert.deepEqual([sessions, withoutStart], [[], 0]);
    const nobodys = await program.fetch(`/horses/${'a'.repeat(26)}/trends`);
    await refused(nobodys, 404, 'horse-not-found');
  });
};
