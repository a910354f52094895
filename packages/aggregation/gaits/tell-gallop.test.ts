import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownGaits } from './gait-evidence.ts';
import { tellGallop } from './tell-gallop.ts';

const canter = knownGaits.indexOf('canter');
const gallop = knownGaits.indexOf('gallop');

/** The gaits, one letter each, that windows of these stride frequencies (Hz), all first taken for `first`, end up in. */
function told(frequencies: readonly number[], first = canter): string {
  const path = new Uint8Array(frequencies.length).fill(first);
  const strideHz = frequencies.map((frequency) => new Float32Array(knownGaits.length).fill(frequency));
  tellGallop(path, strideHz);
  return [...path].map((state) => knownGaits[state][0]).join('');
}

const times = (count: number, frequency: number) => Array.from({ length: count }, () => frequency);

test('a ride with two stride frequencies is parted between them, a quick pony too', () => {
  assert.equal(told([...times(20, 1.7), ...times(20, 2.3)]), 'c'.repeat(20) + 'g'.repeat(20));
  assert.equal(told([...times(20, 2.06), ...times(20, 2.4)]), 'c'.repeat(20) + 'g'.repeat(20));
});

test('a ride with one stride frequency is canter or gallop throughout', () => {
  assert.equal(told(times(30, 2.05), gallop), 'c'.repeat(30));
  assert.equal(told(times(30, 2.2)), 'g'.repeat(30));
});

test('a few quick windows are no gallop, and a collected canter beside an extended one is none', () => {
  assert.equal(told([...times(20, 1.7), ...times(3, 2.3), ...times(20, 1.7)]), 'c'.repeat(43));
  assert.equal(told([...times(20, 1.4), ...times(20, 1.75)]), 'c'.repeat(40));
});
