import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { MOVESENSE_WRAPPINGS, movesensePackets } from '../../testing/movesense.fixture.ts';
import { makeMotion, streamOf } from '../../testing/ride.fixture.ts';
import { decodeRecording } from '../index.ts';

const motion = makeMotion({ seconds: 20 });
const packets = movesensePackets(motion);
const inData = MOVESENSE_WRAPPINGS['as streamed, in data']!;

test('however an app wraps the packets, and however the bytes are cut, they are the same motion', async () => {
  for (const [name, wrap] of Object.entries(MOVESENSE_WRAPPINGS)) {
    for (const chunkBytes of [997, 1_000_000]) {
      const recording = await decodeMotion(streamOf(wrap(packets), chunkBytes));
      assert.equal(recording.format, 'movesense-json');
      assert.equal(recording.time.length, motion.time.length, name);
      for (const [axis, letter] of (['x', 'y', 'z'] as const).entries()) {
        for (const [i, vector] of motion.acceleration.entries()) {
          assert.ok(Math.abs(recording.time[i]! - motion.time[i]!) < 1e-6, name);
          assert.ok(Math.abs(recording.acceleration[letter][i]! - vector[axis]!) < 1e-5, name);
          assert.ok(
            Math.abs(recording.angularRate![letter][i]! - motion.angularRate[i]![axis]!) < 1e-3,
            name,
          );
        }
      }
    }
  }
});

test('the sensor knows when it was switched on, if its memory says so', async () => {
  const utc = Date.UTC(2026, 4, 1, 8, 30);
  const text = JSON.stringify({
    Samples: [
      { TimeDetailed: { relativeTime: packets[0]!.Timestamp - 500, utcTime: (utc - 500) * 1000 } },
      ...packets.map((packet) => ({ MeasIMU6: packet })),
    ],
  });
  assert.equal((await decodeMotion(streamOf(text))).startedAt, '2026-05-01T08:30:00.000Z');
  assert.equal((await decodeMotion(streamOf(inData(packets)))).startedAt, null);
});

test('heart rate has the time of the packet before it', async () => {
  const data = packets.flatMap((packet, i) => [
    { imu6: packet },
    ...(i % 12 === 0 ? [{ hr: { average: 60 + i / 12, rrData: [1000] } }] : []),
  ]);
  const { heartRate, motion } = await decodeRecording(streamOf(JSON.stringify({ data })));
  assert.ok(motion);
  assert.deepEqual([...heartRate!.bpm].slice(0, 3), [60, 61, 62]);
  assert.ok(Math.abs(heartRate!.time[2]! - 2 * 12 * 0.08) < 1e-6);
});

test('packets that were lost are a gap, and no sample is moved into it', async () => {
  const recording = await decodeMotion(streamOf(inData(packets.toSpliced(100, 40))));
  assert.equal(recording.quality.gaps.length, 1);
  const [gap] = recording.quality.gaps;
  assert.ok(Math.abs(gap!.to - gap!.from - 3.21) < 0.01);
});

test('JSON that breaks off gives what came before; without a packet it is refused', async () => {
  const text = inData(packets);
  const torn = await decodeMotion(streamOf(text.slice(0, text.length / 2)));
  assert.ok(torn.time.length > 900);
  assert.match(torn.quality.notes[0]!, /JSON is damaged \(it breaks off\)/);
  await assert.rejects(decodeRecording(streamOf(text.slice(0, 200))), { code: 'damaged-file' });
  await assert.rejects(decodeRecording(streamOf('{"data":[{"ArrayAcc":[]}]}')), {
    code: 'no-usable-samples',
  });
});

test('the CSV of the Showcase app is read as both systems write it', async () => {
  const android = `Timestamp (ms),X: (m/s^2),Y: (m/s^2),Z: (m/s^2)\n${packets
    .flatMap(({ Timestamp, ArrayAcc }) =>
      ArrayAcc.map(({ x, y, z }) => `${Timestamp},${x.toFixed(6)},${y.toFixed(6)},${z.toFixed(6)}, `),
    )
    .join('\n')}\n`;
  const apple = packets
    .map(
      ({ Timestamp, ArrayAcc }) =>
        `${Timestamp}${ArrayAcc.map(({ x, y, z }) => `,${x},${y},${z}`).join('\n')}\n`,
    )
    .join('');
  for (const text of [android, apple]) {
    const recording = await decodeMotion(streamOf(text, 999));
    assert.equal(recording.format, 'movesense-csv');
    assert.equal(recording.time.length, motion.time.length);
    assert.equal(recording.quality.nanCount, 0);
    assert.ok(Math.abs(recording.acceleration.z[777]! - motion.acceleration[777]![2]) < 1e-5);
    assert.ok(Math.abs(recording.time[777]! - motion.time[777]!) < 1e-6);
  }
});
