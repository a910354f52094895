import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWhole, length, pan, select, shortest, zoom } from './window.ts';

const whole = { from: 0, to: 600 };
const instant = fc.double({ min: 0, max: 600, noNaN: true });

test('a drag to the left selects the same as one to the right', () => {
  assert.deepEqual(select(whole, 300, 100), { from: 100, to: 300 });
  assert.deepEqual(select(whole, 100, 300), { from: 100, to: 300 });
});

test('a mere click selects the shortest part around it, shifted inside at either end', () => {
  assert.deepEqual(select(whole, 300, 300), { from: 295, to: 305 });
  assert.deepEqual(select(whole, 0, 0), { from: 0, to: shortest });
  assert.deepEqual(select(whole, 600, 600), { from: 590, to: 600 });
});

test('what one points at stays under the pointer while one comes closer', () => {
  const closer = zoom(whole, whole, 2, 150);
  assert.deepEqual(closer, { from: 75, to: 375 });
  assert.equal((150 - closer.from) / length(closer), 150 / 600);
});

test('coming closer and going back ends where it began', () => {
  const closer = zoom(whole, { from: 200, to: 400 }, 2);
  assert.deepEqual(zoom(whole, closer, 1 / 2), { from: 200, to: 400 });
});

test('going back far enough shows the whole ride', () => {
  assert.ok(isWhole(whole, zoom(whole, { from: 100, to: 130 }, 1 / 1000)));
});

test('moving past an end stops there, and keeps the length', () => {
  assert.deepEqual(pan(whole, { from: 500, to: 560 }, 100), { from: 540, to: 600 });
  assert.deepEqual(pan(whole, { from: 10, to: 70 }, -100), { from: 0, to: 60 });
});

test('whatever is done, the window lies inside the ride and is not shorter than the shortest', () => {
  fc.assert(
    fc.property(
      instant,
      instant,
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      instant,
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      (one, other, factor, around, by) => {
        const selected = select(whole, one, other);
        const zoomed = zoom(whole, selected, factor, Math.min(Math.max(around, selected.from), selected.to));
        for (const window of [selected, zoomed, pan(whole, zoomed, by)]) {
          assert.ok(window.from >= -1e-9 && window.to <= 600 + 1e-9, JSON.stringify(window));
          assert.ok(length(window) >= shortest - 1e-9, JSON.stringify(window));
        }
      },
    ),
  );
});

test('a ride shorter than the shortest part is shown whole', () => {
  const short = { from: 0, to: 4 };
  assert.deepEqual(select(short, 1, 2), short);
  assert.deepEqual(zoom(short, short, 2), short);
});
