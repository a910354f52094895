import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DecodedMotion, decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { type Motion, makeMotion, rideCsv, streamOf } from '../../testing/ride.fixture.ts';
import type { DecodeOptions } from '../index.ts';

const motion = makeMotion({ seconds: 12 });
const decode = (lines: readonly string[]): Promise<DecodedMotion> =>
  decodeMotion(streamOf(`${lines.join('\n')}\n`));

/** A table of the motion under that header; the cells in the units of the caller. */
function table(
  header: string,
  cells: (row: { t: number; i: number; a: number[]; g: number[] }) => (number | string)[],
) {
  const rows = motion.time.map((t, i) =>
    cells({ t, i, a: [...motion.acceleration[i]!], g: [...motion.angularRate[i]!] }).join(','),
  );
  return [header, ...rows];
}

function assertSameMotion(recording: DecodedMotion): void {
  assert.equal(recording.time.length, 1200);
  assert.ok(Math.abs(recording.time[600]! - 6) < 2e-3);
  for (const [axis, name] of (['x', 'y', 'z'] as const).entries()) {
    assert.ok(Math.abs(recording.acceleration[name][600]! - motion.acceleration[600]![axis]!) < 1e-3, name);
  }
}

test('units that no header states are told by gravity and by size, and a note says so', async () => {
  for (const [unit, factor] of [
    ['g', 1],
    ['m/s2', 9.80665],
    ['mg', 1000],
  ] as const) {
    const recording = await decode(
      table('t,ax,ay,az', ({ t, a }) => [t, ...a.map((value) => value * factor)]),
    );
    assertSameMotion(recording);
    assert.match(
      recording.quality.notes.join(' '),
      new RegExp(`gravity measures about .*so ${unit} was taken`),
    );
  }
  for (const [unit, factor] of [
    ['deg/s', 1],
    ['rad/s', Math.PI / 180],
  ] as const) {
    const recording = await decode(
      table('t,ax,ay,az,gx,gy,gz', ({ t, a, g }) => [t, ...a, ...g.map((value) => value * factor)]),
    );
    assert.ok(Math.abs(recording.angularRate!.z[600]! - motion.angularRate[600]![2]) < 1e-3);
    assert.match(
      recording.quality.notes.join(' '),
      new RegExp(`angular rate is not stated; ${unit} was taken`),
    );
  }
});

test('an angular rate whose scale may well be wrong is marked as a guess', async () => {
  const guessed = async (header: string, scale: number, options: DecodeOptions = {}) => {
    const lines = table(header, ({ t, a, g }) => [t, ...a, ...g.map((value) => Math.round(value * scale))]);
    return (await decodeMotion(streamOf(lines.join('\n')), options)).angularRateGuessed;
  };
  const bare = 't,ax,ay,az,gx,gy,gz';
  assert.equal(await guessed(bare, 1), false);
  assert.equal(await guessed(bare, 131), true);
  assert.equal(await guessed('t,ax,ay,az,gx_counts,gy_counts,gz_counts', 131), true);
  assert.equal(await guessed('t,ax,ay,az,gx_rads,gy_rads,gz_rads', 1), true);
  assert.equal(await guessed('t,ax,ay,az,gx_dps,gy_dps,gz_dps', 1), false);
  assert.equal(await guessed(bare, 1, { units: { gyro: 'deg/s' } }), false);
  const without = await decode(table('t,ax,ay,az', ({ t, a }) => [t, ...a]));
  assert.equal(without.angularRateGuessed, false);
});

test('whole numbers with gravity at 16384 and the like are counts', async () => {
  const recording = await decode(
    table('millis,ax,ay,az,gx,gy,gz', ({ t, a, g }) =>
      [t * 1000, ...a.map((value) => value * 4096), ...g.map((value) => value * 131)].map(Math.round),
    ),
  );
  assertSameMotion(recording);
  assert.ok(Math.abs(recording.angularRate!.z[600]! - motion.angularRate[600]![2]) < 0.01);
});

test('a sensor that stood still most of the time does not mislead about the unit of rotation', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => {
    const [a, g] =
      i < 1200
        ? [motion.acceleration[i]!, motion.angularRate[i]!]
        : [
            [0.3, -0.1, 0.95],
            [0.1, -0.2, 0.3],
          ];
    return [i / 100, ...a!, ...g!].join(',');
  });
  const recording = await decode(['t,ax,ay,az,gx,gy,gz', ...rows]);
  assert.ok(Math.abs(recording.angularRate!.z[600]! - motion.angularRate[600]![2]) < 1e-3);
});

test('small whole numbers of rotation beside an acceleration in counts are counts too', async () => {
  const recording = await decode(
    table('millis,ax,ay,az,gx,gy,gz', ({ t, a, g }) =>
      [t * 1000, ...a.map((value) => value * 2048), ...g.map((value) => value * 16.4)].map(Math.round),
    ),
  );
  assertSameMotion(recording);
  assert.match(recording.quality.notes.join(' '), /gyroscope's range cannot be told/);
});

test('a canter without gravity is not taken for one with gravity in another unit', async () => {
  const canter = makeMotion({ seconds: 20, gravity: 0.03, amplitude: 1.3 });
  const rows = canter.time.map((t, i) => [t, ...canter.acceleration[i]!.map((g) => g * 9.80665)].join(','));
  for (const header of ['t_s,ax_ms2,ay_ms2,az_ms2', 't,ax,ay,az']) {
    const recording = await decode([header, ...rows]);
    assert.equal(recording.gravityIncluded, false);
    assert.ok(Math.abs(recording.acceleration.z[500]! - canter.acceleration[500]![2]) < 1e-5);
  }
});

test('a header with the wrong unit gives way to gravity, with a note', async () => {
  const metric = await decode(
    table('t_s,ax_g,ay_g,az_g', ({ t, a }) => [t, ...a.map((value) => value * 9.80665)]),
  );
  assertSameMotion(metric);
  assert.match(metric.quality.notes.join(' '), /The header says g, but gravity measures.*m\/s2 was taken/);
  const inG = await decode(table('t_s,ax_ms2,ay_ms2,az_ms2', ({ t, a }) => [t, ...a]));
  assertSameMotion(inG);
  const millis = await decode(table('t_s,ax_g,ay_g,az_g', ({ t, a }) => [t * 1000, ...a]));
  assertSameMotion(millis);
  assert.match(millis.quality.notes.join(' '), /says that time is in s, but only ms gives/);
});

test('of acceleration with and without gravity the one with is used', async () => {
  const recording = await decode(
    table('time,gFx,gFy,gFz,ax,ay,az', ({ t, a }) => [t, ...a, ...a.map((value) => value * 9.80665 - 5)]),
  );
  assertSameMotion(recording);
  const both = await decode(
    table(
      'time,Linear Acceleration x (m/s^2),Linear Acceleration y (m/s^2),Linear Acceleration z (m/s^2),acc_x,acc_y,acc_z',
      ({ t, a }) => [t, 1, 2, 3, ...a],
    ),
  );
  assertSameMotion(both);
  assert.match(both.quality.notes.join(' '), /with and without gravity/);
});

test("Core Motion's names and unit have the opposite sign, which is turned round", async () => {
  const header =
    'loggingTime(txt),accelerometerAccelerationX(G),accelerometerAccelerationY(G),accelerometerAccelerationZ(G),motionGravityX(G),motionGravityY(G),motionGravityZ(G)';
  const recording = await decode(
    table(header, ({ t, a }) => [
      `${new Date(Date.UTC(2024, 4, 1) + t * 1000).toISOString().replace('T', ' ').slice(0, -1)} +0000`,
      ...a.map((value) => -value),
      ...[0, 0, -1],
    ]),
  );
  assertSameMotion(recording);
  assert.equal(recording.startedAt, '2024-05-01T00:00:00.000Z');
  assert.match(recording.quality.notes.join(' '), /Core Motion.*turned round/);
});

test("Core Motion's names without a unit mean g and the opposite sign, unless the values are m/s2", async () => {
  const still = makeMotion({ seconds: 12, gravity: 0.02, amplitude: 0.6 });
  const file = (header: string, vectors: Motion['acceleration'], factor: number) => [
    header,
    ...vectors.map((a, i) => [i / 100, ...a.map((g) => g * factor), 0.1, 0.2, Math.sin(i / 10)].join(',')),
  ];
  const rates = 'rotationRateX,rotationRateY,rotationRateZ';
  for (const names of [
    `accelerationX,accelerationY,accelerationZ,${rates}`,
    `userAccelerationX,userAccelerationY,userAccelerationZ,${rates}`,
    'user_acceleration_x,user_acceleration_y,user_acceleration_z,rotation_rate_x,rotation_rate_y,rotation_rate_z',
  ]) {
    const recording = await decode(file(`t,${names}`, still.acceleration, -1));
    assert.equal(recording.gravityIncluded, false);
    assert.ok(Math.abs(recording.acceleration.z[600]! - still.acceleration[600]![2]) < 1e-5, names);
    assert.match(recording.quality.notes.join(' '), /Core Motion.*turned round/);
    const metric = await decode(file(`t,${names}`, still.acceleration, 9.80665));
    assert.ok(Math.abs(metric.acceleration.z[600]! - still.acceleration[600]![2]) < 1e-5, names);
    assert.doesNotMatch(metric.quality.notes.join(' '), /turned round/);
  }
  assertSameMotion(await decode(file(`t,ax,ay,az,${rates}`, motion.acceleration, -1)));
});

test('instants with an offset keep it; without one the start is unknown and said so', async () => {
  const local = (t: number) => new Date(Date.UTC(2024, 4, 1, 10, 30) + t * 1000).toISOString().slice(0, -1);
  const zoned = await decode(table('time,ax,ay,az', ({ t, a }) => [`${local(t)}+02:00`, ...a]));
  assertSameMotion(zoned);
  assert.equal(zoned.startedAt, '2024-05-01T10:30:00.000+02:00');
  const bare = await decode(table('time,ax,ay,az', ({ t, a }) => [local(t).replace('T', ' '), ...a]));
  assertSameMotion(bare);
  assert.equal(bare.startedAt, null);
  assert.match(bare.quality.notes.join(' '), /no offset from UTC.*--started-at/);
});

test('a clock without a date goes on over midnight', async () => {
  const clock = (t: number) =>
    new Date(Date.UTC(2024, 4, 1, 23, 59, 54) + t * 1000).toISOString().slice(11, -1);
  const recording = await decode(table('date,time,ax,ay,az', ({ t, a }) => ['01.05.2024', clock(t), ...a]));
  assertSameMotion(recording);
  assert.deepEqual(recording.quality.gaps, []);
  assert.equal(recording.quality.nonMonotonicCount, 0);
  assert.doesNotMatch(recording.quality.notes.join(' '), /the clock jumped/);
});

test('stamps to the second are spread over it', async () => {
  const recording = await decode(
    table('time,ax,ay,az', ({ t, a }) => [
      new Date(Date.UTC(2024, 4, 1) + Math.floor(t) * 1000).toISOString(),
      ...a,
    ]),
  );
  assertSameMotion(recording);
  assert.ok(Math.abs(recording.sampleRateHz - 100) < 0.1);
});

test('names and units may stand in two lines, and in a comment', async () => {
  const rows = table('', ({ t, a }) => [t, ...a.map((value) => value * 9.80665)]).slice(1);
  assertSameMotion(await decode(['Timestamp,Accel_X,Accel_Y,Accel_Z', 's,m/s^2,m/s^2,m/s^2', ...rows]));
  assertSameMotion(await decode(['# a logger', '# t,ax,ay,az', ...rows]));
});

test('what a logger writes above the table is passed over', async () => {
  const rows = table('time,ax,ay,az', ({ t, a }) => [t, ...a]);
  assertSameMotion(await decode(['Device,IMU 7', 'Firmware;2.1', '', 'Rate: 100 Hz', ...rows]));
  assertSameMotion(await decode(['sep=,', ...rows]));
});

test('a last line that breaks off is left out with a note', async () => {
  const csv = rideCsv({ seconds: 8 });
  const recording = await decodeMotion(streamOf(csv.slice(0, -30)));
  assert.equal(recording.time.length, 799);
  assert.equal(recording.quality.nanCount, 0);
  assert.match(recording.quality.notes.join(' '), /The last line \(801\) breaks off/);
  const unended = await decodeMotion(streamOf(csv.trimEnd()));
  assert.equal(unended.time.length, 800);
  assert.deepEqual(unended.quality.notes, []);
});

test('empty cells, NaN and absurd values cost their rows and are counted with the first line', async () => {
  const lines = rideCsv({ seconds: 8 }).trimEnd().split('\n');
  lines[100] = lines[100]!.replace(/,[^,]*/, ',');
  lines[200] = lines[200]!.replace(/,[^,]*/, ',NaN');
  lines[300] = lines[300]!.replace(/,[^,]*/, ',98066500');
  lines[400] = lines[400]!.replace(/,[^,]*$/, ',');
  const { quality, time } = await decode(lines);
  assert.equal(quality.nanCount, 4);
  assert.equal(time.length, 796);
  assert.match(
    quality.notes.join(' '),
    /2 rows with a missing or non-numeric value, or one too many \(the first at line 101\)/,
  );
  assert.match(quality.notes.join(' '), /2 rows left out for an empty angular rate or a value beyond/);
});

test('a gyroscope that is mostly silent is left out, not its rows', async () => {
  const lines = table('t,ax,ay,az,gx,gy,gz', ({ t, i, a, g }) => [t, ...a, ...(i % 2 ? ['', '', ''] : g)]);
  const recording = await decode(lines);
  assert.equal(recording.angularRate, null);
  assert.equal(recording.time.length, 1200);
  assert.match(recording.quality.notes.join(' '), /50 % of the rows have no angular rate/);
});

test('gaps are listed in seconds from the first sample and lower the usable share', async () => {
  const lines = table('t,ax,ay,az', ({ t, a }) => [t + 100, ...a]);
  lines.splice(301, 300);
  const { quality, sampleRateHz } = await decode(lines);
  assert.equal(quality.gaps.length, 1);
  assert.ok(Math.abs(quality.gaps[0]!.from - 2.99) < 1e-6 && Math.abs(quality.gaps[0]!.to - 6) < 1e-6);
  assert.ok(Math.abs(quality.usableShare - 0.75) < 0.01);
  assert.ok(Math.abs(sampleRateHz - 100) < 0.01);
});

test('values held over several rows are noted', async () => {
  const lines = table('t,ax,ay,az', ({ t, i }) => [t, ...motion.acceleration[i - (i % 2)]!]);
  const recording = await decode(lines);
  assert.equal(recording.time.length, 1200);
  assert.match(recording.quality.notes.join(' '), /50 % of the samples repeat the values before/);
});

test('a line of megabytes in the middle costs that line', async () => {
  const lines = table('t,ax,ay,az', ({ t, a }) => [t, ...a]);
  lines.splice(600, 0, 'x'.repeat(3_000_000));
  const recording = await decode(lines);
  assertSameMotion(recording);
  assert.equal(recording.quality.nanCount, 1);
});

test('a last number that breaks off is not taken for a smaller one', async () => {
  const lines = rideCsv({ seconds: 8 }).trimEnd().split('\n');
  const labelled = lines.map((line, i) => (i === 0 ? `${line},gait` : `${line},trot`)).join('\n');
  const recording = await decodeMotion(streamOf(labelled.slice(0, -7)));
  assert.equal(recording.time.length, 799);
  assert.match(recording.quality.notes.join(' '), /breaks off/);
});

test('what changes results comes first in the notes, safe guesses last, plain seconds not at all', async () => {
  const jumping = await decode(
    table('t,ax,ay,az,gx,gy,gz', ({ t, i, a, g }) =>
      [i < 600 ? t : t - 5, ...a.map((value) => value * 4096), ...g.map((value) => value * 131)].map(
        (value, column) => (column === 0 ? value.toFixed(2) : i === 300 ? '' : Math.round(value)),
      ),
    ),
  );
  const { notes } = jumping.quality;
  assert.equal(notes.length, 4);
  assert.match(notes[0]!, /gyroscope's range cannot be told/);
  assert.match(notes[1]!, /the clock jumped back/);
  assert.match(notes[2]!, /1 row with a missing/);
  assert.match(notes[3]!, /range was taken as \+-8 g/);
});

test('a recording of which most rows are lost says so before anything else', async () => {
  const { quality, time } = await decode(
    table('t,ax,ay,az', ({ t, i, a }) => [t, ...(i % 5 < 2 ? a : ['-', '-', '-'])]),
  );
  assert.equal(time.length, 480);
  assert.match(quality.notes[0]!, /^Only 480 of 1200 rows could be used/);
  const half = await decode(table('t,ax,ay,az', ({ t, i, a }) => [t, ...(i % 2 ? a : ['-', '-', '-'])]));
  assert.doesNotMatch(half.quality.notes.join(' '), /could be used/);
});

test('a table with typographic minus signs loses nothing', async () => {
  const [plain, typeset] = [rideCsv({ seconds: 8 }), rideCsv({ seconds: 8 }).replaceAll('-', '\u2212')];
  for (const cut of [0, plain.indexOf('\n') + 1]) {
    const [expected, actual] = await Promise.all(
      [plain, typeset].map((text) => decodeMotion(streamOf(text.slice(cut), 777))),
    );
    assert.deepEqual(actual, expected);
  }
});

test('a header in a Western European code page is read', async () => {
  const [header, ...rows] = table('Zeit,a_x [m/s²],a_y [m/s²],a_z [m/s²]', ({ t, a }) => [
    t,
    ...a.map((value) => value * 9.80665),
  ]);
  const recording = await decodeMotion(
    streamOf(new Uint8Array(Buffer.from(`${header}\n${rows.join('\n')}\n`, 'latin1'))),
  );
  assertSameMotion(recording);
  assert.doesNotMatch(recording.quality.notes.join(' '), /unit of acceleration/);
});

test('UTF-16 is read without a byte-order mark too, in either order of bytes', async () => {
  const little = Buffer.from(rideCsv({ seconds: 8 }), 'utf16le');
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    assert.equal((await decodeMotion(streamOf(new Uint8Array(bytes), 999))).time.length, 800);
  }
});

test('comments between the rows are passed over', async () => {
  const lines = table('t,ax,ay,az', ({ t, a }) => [t, ...a]);
  lines.splice(600, 0, '# lap 2');
  const recording = await decode(lines);
  assertSameMotion(recording);
  assert.equal(recording.quality.nanCount, 0);
});

test('of several time columns the finer one is used, of equally fine ones that with the date', async () => {
  const start = Date.UTC(2024, 4, 1) / 1000;
  const coarse = await decode(
    table('timestamp_s,elapsed_ms,ax,ay,az', ({ t, a }) => [
      Math.floor(start + t),
      Math.round(t * 1000),
      ...a,
    ]),
  );
  assertSameMotion(coarse);
  assert.deepEqual(
    coarse.quality.notes.filter((note) => /stamp/.test(note)),
    [],
  );
  const dated = await decode(
    table('elapsed_ms,epoch_ms,ax,ay,az', ({ t, a }) =>
      [t * 1000, (start + t) * 1000, ...a].map((v) => v.toFixed(3)),
    ),
  );
  assert.equal(dated.startedAt, '2024-05-01T00:00:00.000Z');
});

test('a column that nothing but its unit calls a time will do', async () => {
  assertSameMotion(await decode(table('run (ms),ax,ay,az', ({ t, a }) => [t * 1000, ...a])));
});

test('an epoch tells its unit at rates that no motion sensor is looked for at', async () => {
  const lines = table('t,ax,ay,az', ({ i, a }) => [1_714_552_200_000 + i * 200, ...a]);
  const recording = await decode(lines);
  assert.ok(Math.abs(recording.sampleRateHz - 5) < 0.01);
  assert.equal(recording.startedAt, '2024-05-01T08:30:00.000Z');
});

test('of two gyroscopes the first is used, with a note', async () => {
  const recording = await decode(
    table('t,ax,ay,az,gyro_x,gyro_y,gyro_z,rotation_x,rotation_y,rotation_z', ({ t, a, g }) => [
      t,
      ...a,
      ...g,
      0,
      0,
      0,
    ]),
  );
  assert.ok(Math.abs(recording.angularRate!.z[600]! - motion.angularRate[600]![2]) < 1e-3);
  assert.match(recording.quality.notes.join(' '), /2 gyroscopes; "gyro_x" is used/);
  const unnamed = await decode(
    table('t,ax,ay,az,as_x (deg/s),as_y (deg/s),as_z (deg/s),gyro_x,gyro_y,gyro_z', ({ t, a, g }) => [
      ...[t, ...a, 0, 0, 0],
      ...g,
    ]),
  );
  assert.match(unnamed.quality.notes.join(' '), /2 gyroscopes; "gyro_x" is used/);
});

test('a header with the wrong unit of rotation gives way when it is impossible, and is doubted when it is odd', async () => {
  const impossible = await decode(
    table('t,ax,ay,az,gx_rads,gy_rads,gz_rads', ({ t, a, g }) => [t, ...a, ...g]),
  );
  assert.ok(Math.abs(impossible.angularRate!.z[600]! - motion.angularRate[600]![2]) < 1e-3);
  assert.match(impossible.quality.notes.join(' '), /The header says rad\/s.*deg\/s was taken/);
  const odd = await decode(
    table('t,ax,ay,az,gx_dps,gy_dps,gz_dps', ({ t, a, g }) => [
      t,
      ...a,
      ...g.map((value) => (value * Math.PI) / 180),
    ]),
  );
  assert.match(
    odd.quality.notes.join(' '),
    /Angular rate in deg\/s hardly reaches.*little for a moving horse/,
  );
});

test('irregular stamps are used as they are, and noted', async () => {
  const recording = await decode(
    table('t_s,ax,ay,az', ({ t, i, a }) => [t + (i % 4 === 0 ? 0.007 : 0), ...a]),
  );
  assert.equal(recording.time.length, 1200);
  assert.ok(Math.abs(recording.time[4]! - recording.time[3]! - 0.017) < 1e-6);
  assert.match(recording.quality.notes.join(' '), /time stamps are irregular: \d+ % of the steps/);
});

test('a clock that met the true time under way tells the start from then', async () => {
  const lines = table('epoch_s,ax,ay,az', ({ t, i, a }) => [
    (i < 300 ? t : 1_714_552_200 + t).toFixed(3),
    ...a,
  ]);
  const recording = await decode(lines);
  assert.equal(recording.time.length, 1200);
  assert.ok(Math.abs(Date.parse(recording.startedAt!) - Date.UTC(2024, 4, 1, 8, 30)) < 20);
  assert.match(recording.quality.notes.join(' '), /At line 302 the clock jumped forward/);
});

test('columns given for acceleration alone leave the gyroscope that the header names in use, and say so', async () => {
  const lines = table('micros,AcX,AcY,AcZ,Tmp,GyX,GyY,GyZ', ({ t, a, g }) => [t * 1e6, ...a, 21, ...g]);
  const plain = await decode(lines);
  const given = await decodeMotion(streamOf(lines.join('\n')), {
    columns: { t: 'micros', ax: 'AcX', ay: 'AcY', az: 'AcZ' },
  });
  assert.deepEqual(given.angularRate, plain.angularRate);
  assert.ok(Math.abs(given.angularRate!.z[600]! - motion.angularRate[600]![2]) < 1e-3);
  assert.match(given.quality.notes.join(' '), /"GyX", "GyY", "GyZ" were taken as angular rate/);
  assert.doesNotMatch(plain.quality.notes.join(' '), /were taken as angular rate/);
});

test('several sensors or devices by turns in one table are refused, and named', async () => {
  for (const [column, names] of [
    ['DeviceName', ['WTgirth(aa)', 'WTpoll(bb)']],
    ['sensor', ['acc', 'gyro']],
    ['sensor id', ['1', '2', '3']],
    ['MAC address', ['d4:22', 'd4:23']],
  ] as const) {
    for (const batch of [1, 12]) {
      const lines = table(`time,${column},ax,ay,az`, ({ t, i, a }) => [
        ...[t, names[Math.floor(i / batch) % names.length]!],
        ...a,
      ]);
      await assert.rejects(decode(lines), {
        code: 'ambiguous-columns',
        message: new RegExp(
          `"${column}".*${names.map((name) => `"${name.replace(/[()]/g, '.')}"`).join(', ')}`,
        ),
      });
    }
  }
});

test('one device, a counter and labels that change now and then are no several devices', async () => {
  for (const [column, cell] of [
    ['sensor', () => 'imu'],
    ['id', (i: number) => i % 256],
    ['tag', (i: number) => (i < 200 ? 'walk' : 'trot')],
    ['device', (i: number) => (i % 100 === 0 ? '' : 'left girth')],
  ] as const) {
    assertSameMotion(await decode(table(`time,${column},ax,ay,az`, ({ t, i, a }) => [t, cell(i), ...a])));
  }
});

test('three numbers after the acceleration without a header are angular rate, with a note, unless they rest somewhere', async () => {
  const rows = (last: (i: number, g: readonly number[]) => readonly number[]) =>
    motion.time.map((t, i) => [t, ...motion.acceleration[i]!, ...last(i, motion.angularRate[i]!)].join(','));
  const turning = await decode(rows((_, g) => g));
  assert.ok(Math.abs(turning.angularRate!.z[600]! - motion.angularRate[600]![2]) < 1e-3);
  assert.match(turning.quality.notes.join(' '), /Columns 5 to 7 were taken as angular rate/);
  const magnetic = await decode(rows((i) => [22.1 + Math.sin(i / 40), -3, -41.2]));
  assert.equal(magnetic.angularRate, null);
  assert.equal(magnetic.time.length, 1200);
  assert.match(magnetic.quality.notes.join(' '), /Columns 5 to 7.*left out/);
  assert.doesNotMatch(magnetic.quality.notes.join(' '), /unit of angular rate/);
  const told = (columns: DecodeOptions['columns']) =>
    decodeMotion(streamOf(rows((_, g) => g).join('\n')), { columns });
  const acceleration = { t: '1', ax: '2', ay: '3', az: '4' };
  assert.equal((await told(acceleration)).angularRate, null);
  assert.ok((await told({ ...acceleration, gx: '5', gy: '6', gz: '7' })).angularRate);
});

test('whole numbers of rotation beyond what 16 bits hold are mdps, as a guess; given as mdps they are none', async () => {
  const lines = table('time_ms,acc_x,acc_y,acc_z,gyro_x,gyro_y,gyro_z', ({ t, a, g }) =>
    [t * 1000, ...a.map((value) => value * 1000), ...g.map((value) => value * 1000)].map(Math.round),
  );
  const told = await decode(lines);
  assert.ok(Math.abs(told.angularRate!.z[600]! - motion.angularRate[600]![2]) < 1e-3);
  assert.equal(told.angularRateGuessed, true);
  assert.match(told.quality.notes.join(' '), /too large for raw counts of 16 bits; mdps was taken/);
  const given = await decodeMotion(streamOf(lines.join('\n')), { units: { gyro: 'mdps' } });
  assert.deepEqual(given.angularRate, told.angularRate);
  assert.equal(given.angularRateGuessed, false);
});

test('acceleration that the header states in cm/s2 or mm/s2 is read so', async () => {
  for (const [unit, perMetre] of [
    ['cm/s2', 100],
    ['mm/s2', 1000],
  ] as const) {
    const recording = await decode(
      table(`t (s),ax (${unit}),ay (${unit}),az (${unit})`, ({ t, a }) => [
        ...[t, ...a.map((value) => value * 9.80665 * perMetre)],
      ]),
    );
    assertSameMotion(recording);
    assert.deepEqual(recording.quality.notes, []);
  }
});

test('a unit in brackets that is not known here is noted as such', async () => {
  const recording = await decode(table('t,ax (furlong),ay (furlong),az (furlong)', ({ t, a }) => [t, ...a]));
  assertSameMotion(recording);
  assert.match(recording.quality.notes.join(' '), /"furlong" is no unit of acceleration known here/);
  assert.doesNotMatch(recording.quality.notes.join(' '), /not stated/);
});

test('days as a spreadsheet counts them are a time of day without an offset', async () => {
  for (const day of [45_416.4375, 0.4375]) {
    const recording = await decode(
      table('Time,ax_g,ay_g,az_g', ({ t, a }) => [(day + t / 86_400).toFixed(11), ...a]),
    );
    assertSameMotion(recording);
    assert.equal(recording.startedAt, null);
    assert.match(recording.quality.notes.join(' '), /no offset from UTC.*days, as spreadsheets count them/);
  }
});

test('the cell that is no number is quoted when no row has one', async () => {
  const lines = table('time_ms,ax,ay,az', ({ i, a }) => [`1.000.${String(i).padStart(3, '0')}`, ...a]);
  await assert.rejects(decode(lines), {
    code: 'no-usable-samples',
    message: /\(line 2 has "1\.000\.000"\)/,
  });
});
