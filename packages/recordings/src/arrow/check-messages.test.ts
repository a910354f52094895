import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrowOf } from '../../testing/arrow.fixture.ts';
import { makeMotion } from '../../testing/ride.fixture.ts';
import { BrokenArrow, checkFile, checkMessages } from './check-messages.ts';

const stream = arrowOf(makeMotion({ seconds: 2 }), {
  kind: 'stream',
  time: 'timestamp',
  values: 'float32',
  unitsIn: 'metadata',
});
/** Metadata of the schema and of the batches is before the first body. */
const SCHEMA_BYTES = new DataView(stream.buffer, stream.byteOffset).getUint32(4, true);

test('messages as a program writes them pass', () => {
  assert.doesNotThrow(() => checkMessages(stream));
});

test('whatever number of the schema is another one, the check ends, and finds a fault or none', () => {
  const places = fc.nat({ max: SCHEMA_BYTES / 4 - 1 });
  const values = fc.oneof(fc.integer(), fc.nat({ max: 1000 }), fc.constantFrom(-1, 0x7fff_ffff, 4, 8));
  fc.assert(
    fc.property(places, values, (place, value) => {
      const changed = stream.slice();
      new DataView(changed.buffer).setInt32(8 + 4 * place, value, true);
      try {
        checkMessages(changed);
      } catch (error) {
        if (!(error instanceof BrokenArrow)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
});

test('the same of the table of contents of a file', () => {
  const file = arrowOf(makeMotion({ seconds: 2 }), {
    kind: 'file',
    time: 'timestamp',
    values: 'float32',
    unitsIn: 'metadata',
  });
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getInt32(file.length - 10, true);
  assert.equal(checkFile(file), true);
  assert.equal(checkFile(file.subarray(0, -1)), false);
  fc.assert(
    fc.property(fc.nat({ max: length / 4 }), fc.integer(), (place, value) => {
      const changed = file.slice();
      new DataView(changed.buffer).setInt32(file.length - 10 - length + 4 * place, value, true);
      try {
        checkFile(changed);
      } catch (error) {
        if (!(error instanceof BrokenArrow)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
});
