import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { streamOf } from '../../testing/ride.fixture.ts';
import { makeTrack, type TrackPoint, writeGpx, writeTcx } from '../../testing/track.fixture.ts';
import { decodeRecording, type Recording } from '../index.ts';

const decode = (text: string | Uint8Array, chunkBytes?: number) =>
  decodeRecording(streamOf(text, chunkBytes));

const degrees = (limit: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true, noDefaultInfinity: true });
const maybe = (arbitrary: fc.Arbitrary<number>) => fc.option(arbitrary, { nil: undefined });
/** Anywhere on earth, and from there no further than a horse gets. */
const points: fc.Arbitrary<TrackPoint[]> = fc
  .tuple(
    degrees(89.9).filter((value) => Math.abs(value) > 0.001),
    degrees(179.9),
    fc.array(
      fc.record({
        step: fc.integer({ min: 1, max: 40_000 }),
        latitude: degrees(1e-4),
        longitude: degrees(1e-4),
        altitude: maybe(degrees(5000)),
        speed: maybe(fc.integer({ min: 0, max: 20 })),
        bpm: maybe(fc.integer({ min: 0, max: 250 })),
      }),
      { minLength: 2, maxLength: 60 },
    ),
  )
  .map(([latitude, longitude, list]) => {
    let at = 1_777_000_000;
    return list.map(({ step, ...point }) => {
      at += 1 + step / 1000;
      return {
        ...point,
        at,
        latitude: latitude + point.latitude,
        longitude: longitude + point.longitude,
      } as TrackPoint;
    });
  });

function assertSame(recording: Recording, track: readonly TrackPoint[]): void {
  const start = Date.parse(recording.startedAt!) / 1000;
  const near = (actual: number, wanted: number | undefined, tolerance: number) =>
    wanted === undefined
      ? assert.ok(Number.isNaN(actual))
      : assert.ok(Math.abs(actual - wanted) <= tolerance, `${actual} is not ${wanted}`);
  const { position, heartRate } = recording;
  assert.equal(recording.motion, null);
  assert.equal(position!.time.length, track.length);
  for (const [i, point] of track.entries()) {
    near(position!.time[i]! + start, point.at, 1.1e-3);
    near(position!.latitude[i]!, point.latitude, 1e-12);
    near(position!.longitude[i]!, point.longitude, 1e-12);
    near(position!.altitude[i]!, point.altitude, 1e-3);
  }
  const beats = track.filter(({ bpm }) => bpm !== undefined);
  assert.deepEqual(
    [...(heartRate?.bpm ?? [])],
    beats.map(({ bpm }) => bpm),
  );
}

test('whatever is written as GPX or TCX comes back, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(points, fc.integer({ min: 1, max: 900 }), async (track, chunkBytes) => {
      const [one, two] = [
        await decode(writeGpx(track), chunkBytes),
        await decode(writeTcx(track), chunkBytes),
      ];
      assert.equal(one.format, 'gpx');
      assert.equal(two.format, 'tcx');
      assertSame(one, track);
      assertSame(two, track);
      assert.deepEqual([...one.position!.speed], [...two.position!.speed]);
    }),
    { numRuns: 60 },
  );
});

test('GPX 1.0 tells the speed in the point itself', async () => {
  const { position } = await decode(writeGpx(makeTrack(10), '1.0'));
  assert.equal(position!.speed[3], 3.5);
});

test('a track has no motion, and says so first', async () => {
  const recording = await decode(writeGpx(makeTrack(600)));
  assert.equal(recording.motion, null);
  assert.equal(recording.durationSeconds, 600);
  assert.equal(recording.startedAt, '2026-05-01T08:30:00.000Z');
  assert.equal(recording.quality.usableShare, 1);
  assert.match(recording.quality.notes[0]!, /no acceleration/);
});

test('heart rate without a place is a recording too', async () => {
  const track = makeTrack(60).map(({ at, bpm }) => ({ at, bpm: bpm! }));
  const { position, heartRate } = await decode(writeTcx(track));
  assert.equal(position, null);
  assert.equal(heartRate!.time.length, 61);
});

test('points in the wrong order, twice, years away, without a time or a fix cost only themselves', async () => {
  const track = makeTrack(100);
  const [first, second, ...rest] = track;
  const odd = [
    second!,
    first!,
    ...rest,
    rest[3]!,
    { ...rest[4]!, at: 0 },
    { ...rest[5]!, at: rest[5]!.at + 0.5, latitude: 0, longitude: 0, bpm: undefined },
  ] as TrackPoint[];
  const text = writeGpx(odd).replace(`<time>${new Date(rest[9]!.at * 1000).toISOString()}</time>`, '');
  const { position, quality } = await decode(text);
  assert.equal(position!.time.length, 100);
  assert.ok(position!.time.every((at, i) => i === 0 || at > position!.time[i - 1]!));
  assert.deepEqual(
    [quality.duplicateCount, quality.nanCount],
    // Time and place of the point, and its beat.
    [2, 5],
  );
});

test('a track that breaks off gives what came before, with a note', async () => {
  const text = writeGpx(makeTrack(600));
  for (const torn of [
    text.slice(0, text.length / 2),
    `${text.slice(0, text.length / 2)}<<<&${text.slice(text.length / 2)}`,
  ]) {
    const { position, quality } = await decode(torn);
    assert.ok(position!.time.length > 250 && position!.time.length < 310);
    assert.match(quality.notes.join(' '), /line \d+ the GPX track is damaged/);
  }
});

test('a track without anything usable is refused with what is wrong', async () => {
  const track = makeTrack(5);
  await assert.rejects(decode(writeGpx([])), { code: 'no-usable-samples' });
  await assert.rejects(decode(writeGpx(track).replaceAll(/<time>.*?<\/time>/g, '')), {
    code: 'no-usable-samples',
  });
  await assert.rejects(decode(writeGpx(track.slice(0, 1))), { code: 'too-short' });
  await assert.rejects(decode('<gpx><trk></gpx>'), { code: 'damaged-file' });
});

test('a document type is refused, so nothing is fetched and no entity grows', async () => {
  const secret = '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const laughs = `<!DOCTYPE gpx [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "&a;&a;&a;&a;">`).join('')}]>`;
  for (const declared of [secret, laughs]) {
    const text = writeGpx(makeTrack(5)).replace('<gpx', `${declared}<gpx`).replace('A &amp; B', '&x;&a8;');
    await assert.rejects(decode(text), { code: 'unsafe-file' });
  }
  // An entity that nobody declared is a fault of the document.
  await assert.rejects(decode(writeGpx(makeTrack(5)).replace('A &amp; B', '&x;')), { code: 'damaged-file' });
});

test('a text without end between two tags is not taken into memory', async () => {
  let sent = 0;
  async function* endless() {
    yield new TextEncoder().encode(`${writeGpx(makeTrack(5)).split('</trkseg>')[0]}<trkpt lat="`);
    for (; sent < 1e9; sent += 65_536) yield new Uint8Array(65_536).fill(0x31);
  }
  const { position } = await decodeRecording(endless());
  assert.equal(position!.time.length, 6);
  assert.ok(sent < 5e6);
});

test('positions that no horse reaches are left out, counted and told', async () => {
  const track = makeTrack(100);
  const jumps = track.map((point, i) => ({
    ...point,
    latitude: i === 0 || i === 40 || i === 41 ? point.latitude! + 1 : point.latitude!,
  }));
  const { position, heartRate, quality } = await decode(writeGpx(jumps));
  assert.equal(position!.time.length, 98);
  assert.ok(position!.latitude.every((latitude) => latitude < 48.2));
  assert.equal(heartRate!.time.length, 101);
  assert.equal(quality.nanCount, 3);
  assert.match(quality.notes.join(' '), /3 positions further from the others than a horse gets \(25 m\/s\)/);
});

test('positions all over the earth are no positions', async () => {
  const track = makeTrack(100).map((point, i) => ({
    ...point,
    latitude: ((i * 37) % 170) - 85,
    longitude: ((i * 101) % 350) - 175,
  }));
  const { position, heartRate, quality } = await decode(writeGpx(track));
  assert.equal(position, null);
  assert.equal(heartRate!.time.length, 101);
  assert.match(quality.notes.join(' '), /All 101 positions were left out/);
  const places = track.map(({ at, latitude, longitude }) => ({ at, latitude, longitude }));
  await assert.rejects(decode(writeGpx(places)), {
    code: 'no-usable-samples',
    message: /further apart than a horse gets/,
  });
});

test('the poles and the date line are places like others', async () => {
  const pole = makeTrack(60).map((point, i) => ({ ...point, latitude: 90, longitude: 3 * i }));
  assert.equal((await decode(writeGpx(pole))).position!.time.length, 61);
  const line = makeTrack(60).map((point, i) => ({
    ...point,
    latitude: 0.1,
    longitude: i < 30 ? 179.999 + i * 3e-5 : -180 + (i - 30) * 3e-5,
  }));
  assert.equal((await decode(writeTcx(line))).position!.time.length, 61);
});
