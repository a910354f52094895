import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSaturation } from './saturation.ts';

/** Sum of four uniform numbers: a bell with a variance of 1/3. */
function bell(count: number, size: number, seed = 1): Float32Array {
  let state = seed;
  const uniform = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Float32Array.from(
    { length: count },
    () => (uniform() + uniform() + uniform() + uniform() - 2) * size,
  );
}

const clip = (values: Float32Array, low: number, high: number) =>
  values.map((value) => Math.max(low, Math.min(high, value)));

test('a rail at 2 g is found with the share of samples that reach it', () => {
  const free = [bell(20_000, 1.6, 1), bell(20_000, 1.6, 2), bell(20_000, 1.6, 3)];
  const expected = free[0]!.filter((_, i) => free.some((axis) => Math.abs(axis[i]!) >= 2)).length / 20_000;
  const { clippedAt, share } = findSaturation(free.map((axis) => clip(axis, -2, 1.99994)));
  assert.ok(expected > 0.03);
  assert.ok(Math.abs(clippedAt! - 2) < 0.001);
  assert.ok(Math.abs(share - expected) < 0.002, `${share} for ${expected}`);
});

test('a few samples at the rail are enough', () => {
  const axis = clip(bell(20_000, 1.3), -2, 2);
  const atRail = axis.filter((value) => Math.abs(value) === 2).length;
  assert.ok(atRail >= 10 && atRail < 100, `${atRail}`);
  assert.equal(findSaturation([axis]).clippedAt, 2);
});

test('a natural peak is no rail, however often it comes', () => {
  assert.equal(findSaturation([bell(50_000, 1.6), bell(50_000, 3), bell(50_000, 0.5)]).clippedAt, null);
});

test('the coarse steps of a cheap sensor are no rail', () => {
  const coarse = bell(20_000, 1.6).map((value) => Math.round(value * 32) / 32);
  assert.equal(findSaturation([coarse]).clippedAt, null);
});

test('a pure sine, which dwells at its peak, is no rail', () => {
  const sine = Float32Array.from(
    { length: 20_000 },
    (_, i) => 2.4 * Math.sin(i * 0.0817) + 0.05 * Math.sin(i * 0.7),
  );
  assert.equal(findSaturation([sine]).clippedAt, null);
});

test('rails of different heights, of which some stray values lie beyond, are found', () => {
  const z = clip(bell(20_000, 1.8, 7), -1.93, 2.05);
  z[500] = 30;
  const { clippedAt, share } = findSaturation([bell(20_000, 0.3), bell(20_000, 0.3, 5), z]);
  assert.ok(Math.abs(clippedAt! - 1.93) < 0.001);
  const expected =
    z.filter((value) => value <= Math.fround(-1.93) || value >= Math.fround(2.05)).length / z.length;
  assert.ok(Math.abs(share - expected) < 0.002);
});
