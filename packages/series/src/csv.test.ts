import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toCsv } from './csv.ts';
import type { Series } from './series.ts';

async function csv(series: Series): Promise<string> {
  let text = '';
  for await (const chunk of toCsv(series)) text += chunk;
  return text;
}

test('a series becomes a header with units and a row for each time, empty where there is no value', async () => {
  const series = {
    time: [0, 1, 2],
    columns: [
      { name: 'cadence', unit: '1/min', values: [null, 77.5, 78] },
      { name: 'turnRate', unit: 'deg/s', values: [0, -12.5, null] },
    ],
  };
  assert.equal(
    await csv(series),
    'time (s),cadence (1/min),turnRate (deg/s)\r\n0,,0\r\n1,77.5,-12.5\r\n2,78,\r\n',
  );
});

test('a name with a comma, a quote or a line break is quoted', async () => {
  const series = { time: [], columns: [{ name: 'a "b",\nc', unit: 'g', values: [] }] };
  assert.equal(await csv(series), 'time (s),"a ""b"",\nc (g)"\r\n');
});

test('three hours come in chunks, and no row is lost between them', async () => {
  const time = Array.from({ length: 10_801 }, (_, i) => i);
  const chunks: string[] = [];
  for await (const chunk of toCsv({ time, columns: [{ name: 'x', unit: 'g', values: time }] }))
    chunks.push(chunk);
  assert.ok(chunks.length > 10);
  const rows = chunks.join('').trimEnd().split('\r\n').slice(1);
  assert.deepEqual(
    rows,
    time.map((at) => `${at},${at}`),
  );
});

test('every number comes back as it was', async () => {
  const values = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(values, async (numbers) => {
      const time = numbers.map((_, i) => i / 3);
      const text = await csv({ time, columns: [{ name: 'x', unit: 'g', values: numbers }] });
      const back = text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',').map((cell) => (cell === '' ? null : Number(cell))));
      // A minus zero loses its sign in text.
      assert.deepEqual(
        back,
        numbers.map((value, i) => [time[i], value === null ? null : value + 0]),
      );
    }),
  );
});

test('a column that has not one value for each time is refused', async () => {
  await assert.rejects(csv({ time: [0, 1], columns: [{ name: 'x', unit: 'g', values: [1] }] }), RangeError);
});
