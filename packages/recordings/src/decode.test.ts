import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeRecording } from './index.ts';
import { rideCsv, streamOf } from './ride.fixture.ts';

test('a CSV with a header is decoded to g, deg/s and seconds', async () => {
  const recording = await decodeRecording(streamOf(rideCsv({ seconds: 20 })));
  assert.equal(recording.format, 'csv');
  assert.equal(recording.gravityIncluded, true);
  assert.equal(recording.time.length, 2000);
  assert.ok(Math.abs(recording.sampleRateHz - 100) < 1e-6);
  assert.ok(Math.abs(recording.time[150]! - 1.5) < 1e-9);
});
