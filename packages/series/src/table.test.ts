import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import type { Table } from './table.ts';
import { tableToArrow } from './table-to-arrow.ts';
import { tableToCsv } from './table-to-csv.ts';

const table: Table = [
  { name: 'session', unit: null, values: ['a', 'b, "c"', null] },
  { name: 'cadence', unit: '1/min', values: [77.2, null, 80] },
];

const csvOf = async (of: Table) => (await Readable.from(tableToCsv(of)).toArray()).join('');

test('a table as CSV has the unit behind each name, and nothing where there is no value', async () => {
  assert.equal(await csvOf(table), 'session,cadence (1/min)\r\na,77.2\r\n"b, ""c""",\r\n,80\r\n');
});

test('a table of many rows is given in chunks and loses none', async () => {
  const values = Array.from({ length: 2500 }, (_, i) => i);
  const text = await csvOf([{ name: 'n', unit: '1', values }]);
  assert.equal(text, `n (1)\r\n${values.join('\r\n')}\r\n`);
});

test('whatever is in a table, Arrow gives it back, with units', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          text: fc.option(fc.string()),
          number: fc.option(fc.double({ noNaN: true })),
        }),
        { maxLength: 20 },
      ),
      async (rows) => {
        const read = tableFromIPC(
          await tableToArrow([
            { name: 'text', unit: null, values: rows.map(({ text }) => text) },
            { name: 'number', unit: 'mm', values: rows.map(({ number }) => number) },
          ]),
        );
        assert.equal(read.numRows, rows.length);
        assert.deepEqual(
          read.toArray().map((row) => ({ ...row.toJSON() })),
          rows.map((row) => ({ ...row })),
        );
        assert.equal(read.schema.fields[1]!.metadata.get('unit'), 'mm');
      },
    ),
    { numRuns: 50 },
  );
});

test('columns of different lengths are refused', async () => {
  const uneven: Table = [...table, { name: 'short', unit: null, values: ['x'] }];
  await assert.rejects(csvOf(uneven), /column short has 1 values, not 3/);
  await assert.rejects(tableToArrow(uneven), RangeError);
});
