import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBuffer, type ZipFile } from 'yauzl';
import { type Ride, simulate, toGpx, toSensorLoggerZip, toTcx } from '../index.ts';
import { LineWriter } from './line-writer.ts';

const ride = simulate('trot-in-hand', {
  sampleRateHz: 50,
  sensor: { beltOutagesPerHour: 60, positionOutagesPerHour: 60 },
});
const start = Date.parse(ride.startedAt);

test('the zip holds the files of Sensor Logger, and the numbers in them are those of the ride', async () => {
  const files = await unzip(await toSensorLoggerZip(ride));
  assert.deepEqual(
    [...files.keys()],
    ['TotalAcceleration.csv', 'Gyroscope.csv', 'HeartRate.csv', 'Location.csv', 'Metadata.csv'],
  );
  const motion = rows(files.get('TotalAcceleration.csv')!);
  const turning = rows(files.get('Gyroscope.csv')!);
  assert.equal(motion.length, ride.time.length);
  for (const i of [0, 1, 500, motion.length - 1]) {
    near(Number(motion[i].z), ride.acceleration.z[i] * 9.80665, 0.0006);
    near(Number(motion[i].x), ride.acceleration.x[i] * 9.80665, 0.0006);
    near(Number(turning[i].y), (ride.angularRate.y[i] * Math.PI) / 180, 0.0006);
    assert.equal(
      BigInt(motion[i].time),
      BigInt(start) * 1_000_000n + BigInt(Math.round(ride.time[i] * 1e4)) * 100_000n,
    );
    near(Number(motion[i].seconds_elapsed), ride.time[i], 1e-9);
  }
  const beats = rows(files.get('HeartRate.csv')!);
  assert.deepEqual(
    beats.map(({ bpm }) => Number(bpm)),
    [...ride.heartRate.bpm],
  );
  const places = rows(files.get('Location.csv')!);
  near(Number(places.at(-1)!.latitude), ride.position.latitude.at(-1)!, 1e-7);
  const [about] = rows(files.get('Metadata.csv')!);
  assert.equal(Number(about['recording epoch time']), start);
});

test('what is left out of the zip is not named in it either', async () => {
  const files = await unzip(await toSensorLoggerZip(ride, { position: false, heartRate: false }));
  assert.deepEqual([...files.keys()], ['TotalAcceleration.csv', 'Gyroscope.csv', 'Metadata.csv']);
  assert.doesNotMatch(files.get('Metadata.csv')!, /HeartRate|Location/);
});

test('the same ride is the same zip, in every time zone', async () => {
  const once = await toSensorLoggerZip(ride);
  const { TZ } = process.env;
  try {
    for (const zone of ['America/New_York', 'Asia/Kolkata']) {
      process.env.TZ = zone;
      assert.ok(once.equals(await toSensorLoggerZip(ride)), zone);
    }
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

test('GPX and TCX are well-formed and hold every position, each with the heart rate of its second', () => {
  const gpx = toGpx(ride);
  const tcx = toTcx(ride);
  wellFormed(gpx);
  wellFormed(tcx);
  const count = (text: string, tag: string) => text.split(`<${tag}`).length - 1;
  assert.equal(count(gpx, 'trkpt'), ride.position.time.length);
  assert.equal(count(tcx, 'Position>'), ride.position.time.length);
  assert.equal(count(tcx, 'HeartRateBpm>'), ride.heartRate.time.length);
  assert.ok(ride.position.time.length < 155 && ride.heartRate.time.length < 155);
  const both = ride.position.time.filter((second) => ride.heartRate.time.includes(second));
  assert.equal(count(gpx, 'gpxtpx:hr>'), both.length);
  const second = both[40];
  const at = new Date(start + 1000 * second).toISOString();
  const bpm = ride.heartRate.bpm[ride.heartRate.time.indexOf(second)];
  assert.match(gpx, new RegExp(`<time>${at}</time><extensions>.*<gpxtpx:hr>${bpm}</gpxtpx:hr>`));
  assert.match(tcx, new RegExp(`<Time>${at}</Time>.*<Value>${bpm}</Value>`));
});

test('any number is written as it would be by way of a string', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
      fc.integer({ min: 0, max: 7 }),
      (whole, digits) => {
        const lines = new LineWriter('h', 0n, 1, 40);
        lines.number(whole / 10 ** digits, digits);
        lines.number(-1, 0);
        lines.end();
        assert.equal(lines.toBuffer().toString(), `h\n${(whole / 10 ** digits).toFixed(digits)},-1\n`);
      },
    ),
  );
});

test('a ride that began at no time is refused', async () => {
  await assert.rejects(toSensorLoggerZip({ ...ride, startedAt: 'noon' } as Ride), /"noon" is no time/);
});

/** Every tag is closed in the order of opening. */
function wellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, end, name, alone] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)[^>]*?(\/?)>/g)) {
    if (end) assert.equal(open.pop(), name);
    else if (!alone) open.push(name);
  }
  assert.deepEqual(open, []);
}

function rows(text: string): Record<string, string>[] {
  const [head, ...lines] = text.trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file))),
  );
  await new Promise<void>((resolve, reject) => {
    zip.on('end', resolve).on('error', reject);
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(part);
        files.set(entry.fileName, Buffer.concat(parts).toString());
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
  return files;
}

const near = (value: number, to: number, tolerance: number) =>
  assert.ok(Math.abs(value - to) <= tolerance, `${value} is not ${to}`);
