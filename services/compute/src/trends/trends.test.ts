import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { TrendAnswer } from '@piaffe/results';
import { tableToArrow, tableToCsv } from '@piaffe/series';
import { Compile } from 'typebox/compile';
import { startService } from '../../testing/service.fixture.ts';
import { smallRide } from '../../testing/small-ride.fixture.ts';

const service = await startService();
after(() => service[Symbol.asyncDispose]());
const valid = Compile(TrendAnswer);

// biome-ignore lint/suspicious/noExplicitAny: what it is, is what is tested
const jsonOf = async (answer: Response): Promise<any> => answer.json();
const ask = (body: string | Uint8Array, query = '') =>
  fetch(`${service.url}/v1/trends${query}`, { method: 'POST', body: body as never });

const days = 12;
const startedAt = Array.from(
  { length: days },
  (_, i) => `2026-01-${String(i + 1).padStart(2, '0')}T09:00:00Z`,
);
const cadence = startedAt.map((_, i) => 55 + Math.sin(i * 2.4) + (i < 8 ? 0 : 6));
const table = [
  { name: 'session', unit: null, values: startedAt.map((_, i) => `s${i}`) },
  { name: 'startedAt', unit: null, values: startedAt },
  { name: 'horse', unit: null, values: startedAt.map(() => 'Luna') },
  { name: 'gaits.walk.cadence', unit: '1/min', values: cadence },
  { name: 'gaits.walk.time', unit: 's', values: startedAt.map((_, i) => (i === 3 ? null : 600)) },
];
const csv = (columns = table) => text(Readable.from(tableToCsv(columns)));

test('a table as CSV, as Arrow, and results as JSON tell the same trend', async () => {
  const told = await jsonOf(await ask(await csv()));
  assert.ok(valid.Check(told), JSON.stringify(valid.Errors(told).slice(0, 3)));
  assert.deepEqual(told.refused, []);
  assert.equal(told.sessions.length, days);
  const [walk] = told.metrics.filter(({ metric }: { metric: string }) => metric === 'gaits.walk.cadence');
  assert.deepEqual(walk.points.value.length, days);
  assert.equal(walk.baselines[0].n > 5, true);
  assert.deepEqual(await jsonOf(await ask(await tableToArrow(table))), told);

  const results = startedAt.map((at, i) => ({
    file: `s${i}`,
    recording: { sha256: `${i}`, startedAt: at },
    algorithm: { name: 'table', version: '1' },
    context: { horse: 'Luna', type: null, surface: null, rider: null, mount: null },
    metrics: {
      gaits: {
        walk: {
          cadence: { value: cadence[i], quality: 'good' },
          time: { value: i === 3 ? null : 600, quality: i === 3 ? 'none' : 'good' },
        },
      },
    },
  }));
  assert.deepEqual(await jsonOf(await ask(JSON.stringify(results))), told);
  assert.deepEqual(await jsonOf(await ask(results.map((each) => JSON.stringify(each)).join('\n'))), told);
  const events = [{ at: '2026-01-08T12:00:00Z', kind: 'shoeing', text: 'new shoes' }];
  const withEvents = await jsonOf(await ask(JSON.stringify({ results, events })));
  assert.equal(withEvents.events.length, 1);
});

test('results of this very service are taken as they come from a batch', async () => {
  const line = await fetch(`${service.url}/v1/metrics?startedAt=2026-05-01T10:30:00Z`, {
    method: 'POST',
    body: smallRide() as never,
  });
  const rejected = JSON.stringify({
    file: 'x',
    status: 'rejected',
    problem: { code: 'y', detail: 'It is empty.' },
  });
  const told = await jsonOf(await ask(`${await line.text()}\n${rejected}\n`));
  assert.equal(told.sessions.length, 1);
  assert.deepEqual(
    told.refused.map(({ entry, problem }: { entry: number; problem: { code: string } }) => [
      entry,
      problem.code,
    ]),
    [[2, 'rejected']],
  );
});

test('what cannot be used of a table is told, row by row and column by column', async () => {
  const rows = [
    'session,startedAt,gaits.walk.cadence,weather',
    'a,2026-01-01 09:00:00+01:00,55,sun',
    'b,,55,rain',
    'c,2026-01-03T09:00:00Z,fast,rain',
    'd,2026-01-04T09:00:00Z,,"rain, ""heavy"""',
  ];
  const { refused, sessions } = await jsonOf(await ask(rows.join('\n')));
  assert.deepEqual(
    sessions.map(({ id }: { id: string }) => id),
    ['a', 'd'],
  );
  assert.deepEqual(
    refused.map(({ entry, problem }: { entry: number; problem: { code: string } }) => [entry, problem.code]),
    [
      [null, 'column-not-known'],
      [2, 'no-start'],
      [3, 'not-a-number'],
    ],
  );
});

test('several horses, nothing usable, and what is no table are problems with a code', async () => {
  const code = async (body: string | Uint8Array, query = '') => {
    const answer = await ask(body, query);
    return [answer.status, (await jsonOf(answer)).code];
  };
  const two = table.map((column) =>
    column.name === 'horse'
      ? { ...column, values: startedAt.map((_, i) => (i < 3 ? 'Luna' : 'Sol')) }
      : column,
  );
  assert.deepEqual(await code(await csv(two as typeof table)), [422, 'several-horses']);
  assert.deepEqual(await code('a,b\n1,2\n'), [422, 'nothing-usable']);
  assert.deepEqual(await code('a,b\n1\n'), [422, 'nothing-usable']);
  assert.deepEqual(await code('a,"b'), [422, 'nothing-usable']);
  assert.deepEqual(await code('[]'), [422, 'nothing-usable']);
  assert.deepEqual(await code(Buffer.from('ARROW1 and no more')), [422, 'nothing-usable']);
  assert.deepEqual(await code(''), [400, 'input-not-valid']);
  assert.deepEqual(await code(await csv(), '?timeZone=Atlantis/Poseidonis'), [422, 'sessions-not-valid']);
  assert.deepEqual(await code('{"results": [], "events": [{"at": 1}]}'), [400, 'input-not-valid']);
});
