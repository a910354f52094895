import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { given, type Quantity, shown, withUnit } from './units.ts';

test('metric is as the server has it, distances in kilometres', () => {
  assert.equal(withUnit('elevation', 8.4, 'metric'), '8.4 cm');
  assert.equal(withUnit('distance', 5210, 'metric'), '5.21 km');
  assert.equal(withUnit('speed', 220, 'metric'), '220 m/min');
  assert.equal(withUnit('mass', 580, 'metric'), '580 kg');
});

test('imperial is in inches, feet, miles and pounds', () => {
  assert.equal(withUnit('elevation', 8.4, 'imperial'), '3.3 in');
  assert.equal(withUnit('height', 100, 'imperial'), '328 ft');
  assert.equal(withUnit('distance', 1609.344, 'imperial'), '1.00 mi');
  assert.equal(withUnit('speed', 220, 'imperial'), '8.2 mph');
  assert.equal(withUnit('mass', 580, 'imperial'), '1279 lb');
});

test('what is shown, and given back as it is, is what was there', () => {
  const quantity = fc.constantFrom<Quantity>('elevation', 'height', 'distance', 'speed', 'mass');
  const system = fc.constantFrom('metric' as const, 'imperial' as const);
  fc.assert(
    fc.property(quantity, system, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (what, how, value) => {
      assert.ok(Math.abs(given(what, shown(what, value, how), how) / value - 1) < 1e-12);
    }),
  );
});
