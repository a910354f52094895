import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Random } from './random.ts';
import { drawSampleTimes } from './sampling.ts';
import { idealSensor } from './sensor.ts';

test('whatever the rate, jitter and losses, time begins at 0, grows and reaches the end', () => {
  const rates = fc.integer({ min: 25, max: 450 });
  const share = (max: number) => fc.double({ min: 0, max, noNaN: true });
  fc.assert(
    fc.property(
      rates,
      share(0.49),
      share(0.3),
      share(200),
      fc.integer(),
      (rate, jitter, dropped, gapsPerHour, seed) => {
        const sensor = { ...idealSensor, jitter, dropped, gapsPerHour };
        const times = drawSampleTimes(60, rate, sensor, new Random(seed, 'sampling'));
        assert.equal(times[0], 0);
        assert.ok(Math.abs(times.at(-1)! - 60) <= 1 / rate);
        for (let i = 1; i < times.length; i++) assert.ok(times[i] > times[i - 1]);
      },
    ),
  );
});

test('without faults samples are evenly spaced', () => {
  const times = drawSampleTimes(2, 50, idealSensor, new Random(1, 'sampling'));
  assert.equal(times.length, 101);
  times.forEach((time, i) => {
    assert.ok(Math.abs(time - i / 50) < 1e-9);
  });
});

test('gaps are up to 2 s long and as many as asked for', () => {
  const sensor = { ...idealSensor, gapsPerHour: 60 };
  const times = drawSampleTimes(36_000, 50, sensor, new Random(3, 'sampling'));
  const gaps: number[] = [];
  for (let i = 1; i < times.length; i++) {
    const length = times[i] - times[i - 1];
    if (length > 0.2) gaps.push(length);
  }
  assert.ok(gaps.length > 450 && gaps.length < 650, `${gaps.length}`);
  assert.ok(Math.max(...gaps) < 2.05 && Math.max(...gaps) > 1.8);
});

test('a rate that makes no sense is refused', () => {
  assert.throws(() => drawSampleTimes(10, 0, idealSensor, new Random(1, '')), /sample rate of 0 Hz/);
});
