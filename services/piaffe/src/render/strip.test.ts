import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { analysedRide } from '../../testing/analysed-ride.fixture.ts';
import { slices, strip } from './strip.ts';

test('without colour each cell is the letter of the gait that fills most of its time', () => {
  const [gaits, reins] = strip(analysedRide(), { width: 60, colour: false });
  assert.equal(
    gaits,
    `...${'W'.repeat(12)}${'T'.repeat(15)}${'C'.repeat(12)}${'T'.repeat(9)}${'W'.repeat(9)}`,
  );
  assert.equal(reins, `   ${'<'.repeat(30)}${'-'.repeat(15)}${'>'.repeat(12)}`);
});

test('with colour each run still bears the name of its gait, or its letter where the name does not fit', () => {
  const [gaits] = strip(analysedRide(), { width: 60, colour: true });
  assert.equal(
    stripVTControlCharacters(gaits).trimEnd(),
    '.   walk        trot           canter      trot     walk',
  );
});

test('the legend explains every letter that was used, and no other', () => {
  const legend = strip(analysedRide(), { width: 80, colour: false }).at(-1);
  assert.equal(legend, '. halt   W walk   T trot   C canter   < left rein   - straight   > right rein');
});

test('the marks of the time axis stand under their own time', () => {
  const axis = strip(analysedRide(), { width: 60, colour: false })[2];
  assert.equal(axis.indexOf('|2:00'), 12);
  assert.equal(axis.indexOf('|8:00'), 48);
});

test('segments that cover a recording fill every slice of it', () => {
  const widths = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(widths, fc.integer({ min: 1, max: 140 }), (lengths, count) => {
      let end = 0;
      const segments = lengths.map((length, key) => {
        const from = end;
        end += length;
        return { key, from, to: end };
      });
      const drawn = slices(segments, ({ key }) => key, end, count);
      assert.equal(drawn.length, count);
      assert.ok(drawn.every((key) => key !== null));
      assert.deepEqual(
        drawn,
        drawn.toSorted((a, b) => a - b),
      );
    }),
  );
});
