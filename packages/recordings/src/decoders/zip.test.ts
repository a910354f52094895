import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, phyphoxExport, sensorLoggerExport } from '../../testing/app-export.fixture.ts';
import { type DecodedMotion, decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { type Motion, makeMotion, rideCsv, streamOf } from '../../testing/ride.fixture.ts';
import { makeTrack, writeGpx } from '../../testing/track.fixture.ts';
import { type Packed, zipOf } from '../../testing/zip.fixture.ts';
import { decodeRecording } from '../index.ts';

const start = Date.UTC(2026, 4, 1, 8, 30) / 1000;
const motion = makeMotion({ seconds: 20 });
const track = makeTrack(30, start - 5);
const decode = (files: readonly Packed[], chunkBytes?: number) =>
  decodeMotion(streamOf(zipOf(files), chunkBytes));
const reject = (files: readonly Packed[], code: string, message: RegExp) =>
  assert.rejects(decodeRecording(streamOf(zipOf(files))), { code, message });

function assertIs(
  recording: DecodedMotion,
  expected: Motion,
  { acceleration = 1e-4, rate = 0.5 } = {},
): void {
  for (const [axis, name] of (['x', 'y', 'z'] as const).entries()) {
    assert.equal(recording.acceleration[name].length, expected.time.length);
    for (const [i, vector] of expected.acceleration.entries()) {
      assert.ok(Math.abs(recording.acceleration[name][i]! - vector[axis]!) < acceleration, `${name}[${i}]`);
      const turned = at(expected, expected.angularRate, recording.time[i]!)[axis]!;
      // Before the gyroscope's first sample and after its last these are held.
      if (i > 0 && i < expected.time.length - 1)
        assert.ok(Math.abs(recording.angularRate![name][i]! - turned) < rate, `${name}[${i}] turns`);
    }
  }
}

test('a Sensor Logger export gives motion, heart rate and position on one axis of time', async () => {
  for (const options of [
    { platform: 'android' },
    { platform: 'ios' },
    { platform: 'ios', standardised: true },
  ] as const) {
    const recording = await decode(
      sensorLoggerExport(motion, { start, track, rateShift: 0.004, ...options }),
    );
    assert.equal(recording.format, 'sensor-logger-zip');
    assert.equal(recording.startedAt, '2026-05-01T08:30:00.000Z');
    assert.equal(recording.gravityIncluded, true);
    assertIs(recording, motion);
    assert.equal(recording.heartRate!.time[0], -5);
    assert.deepEqual(
      [...recording.heartRate!.bpm],
      track.map(({ bpm }) => bpm),
    );
    const { position } = recording;
    assert.ok(Math.abs(position!.time[7]! - 2) < 1e-6);
    assert.equal(position!.latitude[7], track[7]!.latitude);
    assert.equal(position!.longitude[7], track[7]!.longitude);
    assert.deepEqual([position!.speed[7], position!.accuracy[7]], [3.5, 2.5]);
    assert.equal(recording.quality.nanCount, 0);
  }
});

test('an export of Sensor Logger without gravity says that it has none', async () => {
  const files = sensorLoggerExport(motion, { start }).filter(({ name }) => name !== 'TotalAcceleration.csv');
  const recording = await decode(files);
  assert.equal(recording.gravityIncluded, false);
});

test('a folder packed with the files, and what a computer puts beside them, do no harm', async () => {
  const files = sensorLoggerExport(motion, { start }).flatMap((file) => [
    { ...file, name: `my ride/${file.name}` },
    { ...file, name: `__MACOSX/my ride/._${file.name}` },
  ]);
  assertIs(await decode([...files, { name: 'my ride/.DS_Store', content: 'x' }], 777), motion);
});

test('a part of an export that is damaged is left out with a note; the acceleration is not', async () => {
  const files = sensorLoggerExport(motion, { start, track });
  const change = (part: string, changes: Partial<Packed>) =>
    files.map((file) => (file.name === part ? { ...file, ...changes } : file));
  const turned = await decode(change('Gyroscope.csv', { content: 'time,seconds_elapsed,z,y,x\n' }));
  assert.equal(turned.angularRate, null);
  assert.match(turned.quality.notes.join(' '), /"Gyroscope.csv" could not be used/);
  const beats = await decode(change('HeartRate.csv', { crc: 1 }));
  assert.match(beats.quality.notes.join(' '), /"HeartRate.csv" could not be used.*checksum/);
  await reject(change('TotalAcceleration.csv', { crc: 1 }), 'damaged-file', /checksum/);
});

test('where the gyroscope has a gap, its values are not made up', async () => {
  const files = sensorLoggerExport(motion, { start }).map((file) =>
    file.name === 'Gyroscope.csv'
      ? { ...file, content: String(file.content).split('\n').toSpliced(800, 150).join('\n') }
      : file,
  );
  const recording = await decode(files);
  assert.equal(recording.quality.gaps.length, 1);
  assert.ok(Math.abs(recording.quality.gaps[0]!.to - recording.quality.gaps[0]!.from - 1.5) < 0.03);
});

test('Sensor Logger without an accelerometer still gives heart rate and position', async () => {
  const files = sensorLoggerExport(motion, { start, track }).filter(({ name }) => !/Acc|Gyro/.test(name));
  const recording = await decodeRecording(streamOf(zipOf(files)));
  assert.equal(recording.motion, null);
  assert.equal(recording.heartRate!.time.length, 31);
  assert.equal(recording.position!.time.length, 31);
});

test('a phyphox export gives motion and position, whatever its separator and its phone', async () => {
  for (const options of [{}, { platform: 'ios' }, { separator: ';' }] as const) {
    const recording = await decode(
      phyphoxExport(motion, { start, track: makeTrack(30, start), rateShift: 0.003, ...options }),
    );
    assert.equal(recording.format, 'phyphox-zip');
    assert.equal(recording.startedAt, '2026-05-01T08:30:00.000Z');
    assertIs(recording, motion);
    assert.equal(recording.position!.time.length, 31);
    assert.ok(Math.abs(recording.position!.altitude[3]! - 80.03) < 1e-4);
    assert.equal(recording.position!.accuracy[3], 4);
  }
  const linear = makeMotion({ seconds: 20, gravity: 0 });
  assert.equal((await decode(phyphoxExport(linear, { start, linear: true }))).gravityIncluded, false);
});

test('a pause of a phyphox experiment is a gap in the recording', async () => {
  const { quality, time } = await decode(phyphoxExport(motion, { start, pause: 30 }));
  assert.equal(quality.gaps.length, 1);
  assert.ok(Math.abs(time.at(-1)! - 49.99) < 0.01);
});

test('an archive with one recording of any kind is that recording', async () => {
  const csv = await decode([
    { name: 'ride.csv', content: rideCsv({ seconds: 5 }) },
    { name: 'photo.jpg', content: 'x' },
  ]);
  assert.equal(csv.format, 'csv');
  const gpx = await decodeRecording(
    streamOf(zipOf([{ name: 'a/track', content: writeGpx(track), stored: true }])),
  );
  assert.equal(gpx.format, 'gpx');
});

test('an archive with several recordings, or none, is refused with their names', async () => {
  const ride = rideCsv({ seconds: 5 });
  const two = [
    { name: 'a.csv', content: ride },
    { name: 'b.csv', content: ride },
  ];
  await reject(two, 'ambiguous-archive', /2 files.*"a.csv", "b.csv"/);
  const twice = ['one', 'two'].flatMap((folder) =>
    sensorLoggerExport(motion, { start }).map((file) => ({ ...file, name: `${folder}/${file.name}` })),
  );
  await reject(twice, 'ambiguous-archive', /two recordings/);
  await reject([], 'no-recording-inside', /no file/);
  await reject(
    [{ name: 'ride.zip', content: zipOf(two), stored: true }],
    'unsupported-format',
    /another archive/,
  );
  await reject(
    [
      { name: '[Content_Types].xml', content: '<x/>' },
      { name: 'xl/a.xml', content: '' },
    ],
    'unsupported-format',
    /spreadsheet/,
  );
});

test('an archive that could do harm is refused before it is unpacked', async () => {
  const content = 'x';
  for (const name of ['../a.csv', 'a/../../b.csv', '/etc/a.csv', 'C:/a.csv'])
    await reject([{ name, content }], 'unsafe-file', /leads out of it/);
  await reject(
    [{ name: 'a.csv', content: new Uint8Array(30e6) }],
    'unsafe-file',
    /more than 200 times larger/,
  );
  await reject([{ name: 'a.csv', content, size: 2e9 }], 'too-large', /2000 MB/);
  const many = Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.csv`, content }));
  await reject(many, 'too-large', /more than 1000 files/);
  await reject([{ name: 'a.csv', content, flags: 1 }], 'encrypted-file', /password/);
});

test('an archive whose sizes are not true is refused, however much comes out', async () => {
  const ride = rideCsv({ seconds: 30 });
  await reject([{ name: 'a.csv', content: ride, size: 100 }], 'damaged-file', /a\.csv/);
  const whole = zipOf([{ name: 'a.csv', content: ride }]);
  await assert.rejects(decodeRecording(streamOf(whole.subarray(0, whole.length / 2))), {
    code: 'damaged-file',
  });
});

test('however long a name in an archive is, sentences stay short', async () => {
  const long = `${'very '.repeat(10_000)}/`;
  const files = sensorLoggerExport(motion, { start }).map((file) => ({ ...file, name: long + file.name }));
  const changed = files.map((file) =>
    file.name.endsWith('TotalAcceleration.csv')
      ? { ...file, content: 'time,seconds_elapsed,z,y,x\n1,2,3,4,5\n2,3,4,5,6\n' }
      : file,
  );
  for (const each of [files.toSpliced(2, 1, { ...files[2]!, crc: 1 }), [...files, ...files], changed]) {
    const said = await decodeRecording(streamOf(zipOf(each))).then(
      ({ quality }) => quality.notes,
      (error: Error) => [error.message],
    );
    for (const sentence of said) assert.ok(sentence.length < 500, sentence.slice(0, 300));
  }
});

test('times that jump to and fro thousands of times do not keep a reader busy', async () => {
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        `${1_777_624_200_000_000_000n + BigInt(i % 2 ? i : count * 2 - i) * 10_000_000n},${i},9.8,0.1,${i % 7}`,
    );
  const content = `time,seconds_elapsed,z,y,x\n${rows(20_000).join('\n')}\n`;
  await reject(
    ['TotalAcceleration.csv', 'Gyroscope.csv'].map((name) => ({ name, content })),
    'implausible-values',
    /the time/,
  );
});
