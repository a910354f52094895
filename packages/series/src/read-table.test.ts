import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrowToTable, csvToTable, type Table, TableNotReadable, tableToArrow, tableToCsv } from './index.ts';

const cell = fc.option(
  fc
    .string({ unit: fc.constantFrom('a', 'ä', ' ', ',', '"', '\n', '\r', ';') })
    .filter((each) => each !== ''),
);
const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0));
const table = fc.integer({ min: 1, max: 6 }).chain((rows) =>
  fc.record({
    words: fc.array(cell, { minLength: rows, maxLength: rows }),
    numbers: fc.array(number, { minLength: rows, maxLength: rows }),
    id: fc.constant(Array.from({ length: rows }, (_, i) => `row ${i}`)),
  }),
);

test('a table that was written as CSV or Arrow is read as it was', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ id, words, numbers }) => {
      const written: Table = [
        { name: 'id', unit: null, values: id },
        { name: 'words, spoken', unit: null, values: words },
        { name: 'gaits.walk.cadence', unit: '1/min', values: numbers },
      ];
      const fromCsv = csvToTable(await text(Readable.from(tableToCsv(written))));
      assert.equal(fromCsv.rows, id.length);
      assert.deepEqual(fromCsv.columns.get('words, spoken'), words);
      const asNumbers = fromCsv.columns
        .get('gaits.walk.cadence')
        ?.map((each) => (each === null ? null : Number(each)));
      assert.deepEqual(asNumbers, numbers);
      const fromArrow = await arrowToTable(await tableToArrow(written));
      assert.deepEqual(
        [...fromArrow.columns],
        [
          ['id', id],
          ['words, spoken', words],
          ['gaits.walk.cadence', numbers],
        ],
      );
    }),
    { numRuns: 200 },
  );
});

test('what is no whole table says why', async () => {
  const fails = (csv: string, why: RegExp) =>
    assert.throws(
      () => csvToTable(csv),
      (error) => error instanceof TableNotReadable && why.test(error.message),
    );
  fails('', /nothing in the table/);
  fails('a,b\n1\n', /Row 1 has 1 cells/);
  fails('a,a\n1,2\n', /twice/);
  fails('a,"b\n1,2', /quotation mark/);
  await assert.rejects(arrowToTable(Buffer.from('no Arrow at all')), TableNotReadable);
});
