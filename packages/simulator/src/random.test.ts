import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from './random.ts';

const draw = <T>(count: number, next: () => T) => Array.from({ length: count }, next);

test('the same seed and stream give the same numbers, another stream others', () => {
  const numbers = (seed: number, stream: string) => {
    const random = new Random(seed, stream);
    return draw(20, () => random.uint32());
  };
  assert.deepEqual(numbers(7, 'horse'), numbers(7, 'horse'));
  assert.notDeepEqual(numbers(7, 'horse'), numbers(7, 'course'));
  assert.notDeepEqual(numbers(7, 'horse'), numbers(8, 'horse'));
});

test('the numbers of a seed stay what they are, so that published figures can be reproduced', () => {
  const random = new Random(1, 'horse');
  assert.deepEqual(
    draw(3, () => random.uint32()),
    [3971841420, 2357070145, 3039745462],
  );
});

test('seeds beyond 32 bits differ', () => {
  assert.notEqual(new Random(1, '').uint32(), new Random(1 + 2 ** 32, '').uint32());
});

test('uniform numbers fill the interval evenly', () => {
  const random = new Random(1, 'uniform');
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) tenths[Math.floor(random.uniform() * 10)]++;
  for (const count of tenths) assert.ok(Math.abs(count - 10_000) < 400, `${tenths}`);
});

test('normal numbers have mean 0, deviation 1 and tails', () => {
  const random = new Random(1, 'normal');
  const values = draw(100_000, () => random.normal());
  const mean = values.reduce((a, b) => a + b) / values.length;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  assert.ok(Math.abs(mean) < 0.015 && Math.abs(variance - 1) < 0.02, `${mean} ${variance}`);
  const beyond = values.filter((value) => Math.abs(value) > 1.96).length / values.length;
  assert.ok(Math.abs(beyond - 0.05) < 0.004, `${beyond}`);
});
