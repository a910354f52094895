import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { streamOf } from '../../testing/ride.fixture.ts';
import { readRows, type TableRows } from './read-table.ts';
import type { Separator, Table } from './table.ts';

/** Reads rows of four numbers without a header. */
function read(text: string, separator: Separator, chunkBytes = 65_536): Promise<TableRows> {
  const table: Table = {
    ...{
      separator,
      lineEnd: 0x0a,
      header: null,
      headerLine: 0,
      width: 4,
      mostCells: 4,
      tornLine: 0,
      dataByte: 0,
      dataLine: 1,
      sample: [],
    },
  };
  return readRows(table, { time: 0, channels: [1, 2, 3], timeKind: 'number' }, streamOf(text, chunkBytes));
}

const numbers = fc.oneof(
  fc.double({ min: -1e300, max: 1e300, noNaN: true }).map(String),
  fc.double({ min: -1e300, max: 1e300, noNaN: true }).map((value) => value.toExponential(9)),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(4)),
  fc.integer().map(String),
  fc.constantFrom(
    '0',
    '-0',
    '.5',
    '5.',
    '+7',
    '1E3',
    '1.25E-9',
    '1e-10',
    '1714552200000123456',
    '0.15512901544570923',
  ),
);

test('numbers are read as JavaScript reads them, however they are written and wherever a chunk ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(numbers, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
      fc.constantFrom<Separator>(',', ';', '\t', 'space'),
      fc.integer({ min: 1, max: 100 }),
      async (rows, separator, chunkBytes) => {
        const between = separator === 'space' ? ' \t ' : separator;
        const text = rows.map((row) => `${row.join(between)}\n`).join('');
        const raw = await read(text, separator, chunkBytes);
        assert.equal(raw.rows, rows.length);
        for (const [i, row] of rows.entries()) {
          const time = Number(row[0]);
          assert.ok(
            Math.abs(raw.time[i]! - time) <= Math.abs(time) * 1e-15 + 5e-324,
            `${row[0]} is ${raw.time[i]}`,
          );
          for (const [channel, values] of raw.channels.entries()) {
            const value = Math.fround(Number(row[channel + 1]));
            const error = Math.abs(values[i]! - value);
            assert.ok(
              values[i] === value || error <= Math.abs(value) * 2 ** -23 + 1e-45,
              `${row[channel + 1]} is ${values[i]}`,
            );
          }
        }
      },
    ),
  );
});

test('a row with a cell that is no number is left out, and counted with its line', async () => {
  for (const cell of ['', '-', '1e', '1e-', '5e+', '1.2.3', 'NaN', 'x', '0x1', '1 2', '"', '1e999']) {
    const raw = await read(`1,2,3,4\n1,${cell},3,4\n5,6,7,8\n`, ',');
    assert.equal(raw.rows, 2, cell);
    assert.equal(raw.unreadableCount, 1, cell);
    assert.equal(raw.firstUnreadableLine, 2, cell);
    assert.equal(raw.time[1], 5);
  }
});

test('the line of every row is known, past blank lines, comments and rows left out', async () => {
  const raw = await read('1,2,3,4\n\n2,2,3,4\n# a comment\n,,,\n3,2,3,4\n4,2,3,4\r\n5,2,3,4', ',');
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((row) => raw.lineOf(row)),
    [1, 3, 6, 7, 8],
  );
});

test('quotes, outer spaces and cells too many do no harm', async () => {
  const raw = await read('"1" , 2 ,"3","4,5",text,"more, text"\n', ',');
  assert.deepEqual([raw.time[0], ...raw.channels.map((values) => values[0])], [1, 2, 3, 4.5]);
});
