import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { decodeMotion } from '../testing/decode-motion.fixture.ts';
import { makeMotion, rideCsv, sensorLoggerCsv, streamOf } from '../testing/ride.fixture.ts';
import { type DecodeOptions, RecordingRejected, type RejectionCode } from './index.ts';

async function assertRejected(
  content: string | Uint8Array,
  code: RejectionCode,
  sentence: RegExp,
  options: DecodeOptions = {},
): Promise<void> {
  await assert.rejects(decodeMotion(streamOf(content), options), (error: unknown) => {
    assert.ok(error instanceof RecordingRejected, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, sentence);
    assert.match(error.message, /\.$/);
    return true;
  });
}

const csv = rideCsv({ seconds: 8 });
/** The ride's CSV with the cells of each row changed. */
const changed = (change: (cells: string[], row: number) => string[]) =>
  csv
    .trimEnd()
    .split('\n')
    .map((line, i) => (i === 0 ? line : change(line.split(','), i).join(',')))
    .join('\n');

test('a file without bytes, or of white space alone, is empty', async () => {
  await assertRejected('', 'empty-file', /no bytes/);
  await assertRejected('\n \r\n\t\n', 'empty-file', /nothing but white space/);
});

test('a text without a table is not a recording, and its beginning is quoted', async () => {
  await assertRejected('Dear Sir,\nplease find enclosed\n', 'not-a-recording', /"Dear Sir,".*\(line 1\)/);
});

test('a header without rows has no samples', async () => {
  await assertRejected(
    't,ax,ay,az\n',
    'no-usable-samples',
    /Line 1 looks like a header.*no line of numbers follows/,
  );
});

test('rows without one full set of numbers have no samples, and the first line is named', async () => {
  const gapped = changed((cells, row) => cells.map((cell, i) => (i === 1 + (row % 3) ? '' : cell)));
  await assertRejected(gapped, 'no-usable-samples', /No row has a number.*line 2/);
});

test('other formats are named, with what would help', async () => {
  const begin = (text: string) => new Uint8Array([...Buffer.from(text, 'latin1'), ...new Uint8Array(100)]);
  await assertRejected(gzipSync(csv), 'unsupported-format', /a gzip archive.*gunzip/);
  await assertRejected(begin('PAR1'), 'unsupported-format', /Parquet.*CSV/);
  await assertRejected(begin('MD\xfc\x03'), 'unsupported-format', /Axivity CWA/);
  await assertRejected(begin('%PDF-1.7'), 'unsupported-format', /a PDF document/);
  await assertRejected(begin('\x89PNG\r\n'), 'unsupported-format', /a PNG picture/);
  await assertRejected(begin('\xff\xd8\xff\xe0'), 'unsupported-format', /a JPEG picture/);
  await assertRejected(begin('SQLite format 3\0'), 'unsupported-format', /SQLite/);
  await assertRejected('{"samples": [1, 2]}', 'unsupported-format', /JSON/);
  await assertRejected('[[1,2,3,4],[1,2,3,4]]', 'unsupported-format', /JSON/);
  await assertRejected('\ufeff<?xml version="1.0"?><a/>', 'unsupported-format', /an XML document/);
  await assertRejected('<!DOCTYPE html><html>', 'unsupported-format', /a web page/);
});

test('binary bytes of no known format are refused with their beginning', async () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
  await assertRejected(noise, 'unknown-format', /first bytes are 00 ef/);
});

test('a file of zeros is told from other binary files', async () => {
  await assertRejected(
    new Uint8Array(10_000),
    'unknown-format',
    /zero bytes.*copy the file from the sensor again/,
  );
});

test('a text without an end of line in 64 kB is refused', async () => {
  await assertRejected(
    '1,2,3,4,'.repeat(20_000),
    'line-too-long',
    /Line 1 does not end within the first 64 kB/,
  );
});

test('a missing axis, time or gyroscope-only file says which columns there are', async () => {
  await assertRejected(
    csv.replace('az_ms2', 'load'),
    'missing-column',
    /Line 1 names no three axes.*"load".*--columns/,
  );
  await assertRejected(csv.replace('t_s', 'lap'), 'missing-column', /names no column of time.*"lap"/);
  const gyro = 'time,gyro_x,gyro_y,gyro_z\n0.00,1,2,3\n0.01,1,2,3\n';
  await assertRejected(gyro, 'missing-column', /names a gyroscope but no acceleration/);
  const bare = 'epoch (ms),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)\n1,1,2,3\n2,1,2,3\n';
  await assertRejected(bare, 'missing-column', /names a gyroscope but no acceleration/);
  const x = makeMotion({ seconds: 2 })
    .time.map((t) => `${t},1,2,3,4\n`)
    .join('');
  await assertRejected(x, 'missing-column', /no header and 5 columns \(line 1\).*--columns t=1/);
});

test('a column named by the caller must be there', async () => {
  await assertRejected(csv, 'missing-column', /no column "acc" for ax in line 1/, { columns: { ax: 'acc' } });
  await assertRejected('0,1,2,3\n0,1,2,3\n', 'missing-column', /number from 1 to 4/, { columns: { t: '9' } });
});

test('two accelerometers, or one column for two axes, are ambiguous', async () => {
  const two = 'time,left_acc_x,left_acc_y,left_acc_z,right_acc_x,right_acc_y,right_acc_z\n1,2,3,4,5,6,7\n';
  await assertRejected(two, 'ambiguous-columns', /names 2 accelerometers \("left_acc_x", "right_acc_x"\)/);
  await assertRejected(csv, 'ambiguous-columns', /serve twice/, { columns: { ax: 'ay_ms2' } });
});

test('decimal commas between commas are not read as other numbers', async () => {
  const split = csv.replaceAll('.', ',');
  await assertRejected(
    split,
    'ambiguous-columns',
    /names 7 columns, but line 2 has 14 cells.*decimal commas/,
  );
});

test('a unit that neither header nor values tell is asked for', async () => {
  const odd = changed((cells) => [cells[0]!, ...cells.slice(1, 4).map((cell) => String(Number(cell) * 3))]);
  await assertRejected(odd.replace(/.*/, 't,ax,ay,az'), 'unknown-unit', /--units acc=g, mg or m\/s2/);
  const slow = changed((cells) => [String(Number(cells[0]) * 30), ...cells.slice(1)]);
  await assertRejected(slow.replace('t_s', 't'), 'unknown-unit', /goes up by 0\.3 per sample.*--units time=/);
});

test('too few samples a second to tell strides are refused, whether or not the unit is stated', async () => {
  const slow = (header: string, time: (row: number) => string) =>
    changed((cells, row) => [time(row), ...cells.slice(1)]).replace(/.*/, header);
  const named = (time: string) => `${time},ax_ms2,ay_ms2,az_ms2,gx_dps,gy_dps,gz_dps`;
  await assertRejected(
    slow(named('time'), String),
    'unknown-unit',
    /goes up by 1 per sample.*in seconds.*too few to tell strides.*--units time=ms/,
  );
  await assertRejected(
    slow(named('time'), (row) => String(row / 5)),
    'unknown-unit',
    /in seconds that is 5 samples per second, too few.*25/,
  );
  for (const [header, time] of [
    ['t_s', String],
    ['time', (row: number) => String(1_714_552_200 + row)],
    ['time', (row: number) => new Date(Date.UTC(2024, 4, 1) + row * 1000).toISOString()],
  ] as const) {
    await assertRejected(
      slow(named(header), time),
      'implausible-values',
      /1 sample per second, too few to tell strides.*25/,
    );
  }
  const fast = await decodeMotion(streamOf(slow(named('time'), String)), { units: { time: 'ms' } }).catch(
    String,
  );
  assert.match(String(fast), /over 0\.80 s/);
});

test('values that no sensor on a horse gives in the stated unit are implausible', async () => {
  await assertRejected(
    csv,
    'implausible-values',
    /In g the acceleration would average 9\..* g.*look like m\/s2/,
    {
      units: { acc: 'g' },
    },
  );
  await assertRejected(csv, 'implausible-values', /In ns the time would be/, { units: { time: 'ns' } });
  await assertRejected(
    changed((cells, row) => (row < 300 ? cells : [cells[0]!, '1e300', '1e300', '1e300'])),
    'implausible-values',
    /numbers beyond 1e38.*\(the first at line 301\)/,
  );
  const loud = changed((cells) => [
    ...cells.slice(0, 4),
    ...cells.slice(4).map((cell) => String(Number(cell) * 200)),
  ]);
  await assertRejected(
    loud,
    'implausible-values',
    /turn at more than 5000 deg\/s.*\(the first at line \d+\)/,
  );
});

test('too few samples, or too short a time, are too short', async () => {
  await assertRejected(
    csv.split('\n').slice(0, 10).join('\n'),
    'too-short',
    /Only 9 usable samples.*line 2 to line 10/,
  );
  await assertRejected(csv.split('\n').slice(0, 60).join('\n'), 'too-short', /over 0\.\d+ s/);
});

test('a time that stands still or has no order is refused', async () => {
  await assertRejected(
    changed((cells) => ['5', ...cells.slice(1)]),
    'time-not-increasing',
    /The time never increases from line 2 to line 801;/,
  );
  await assertRejected(
    changed((cells) => ['2026-01-01T10:00:00Z', ...cells.slice(1)]),
    'time-not-increasing',
    /The time never increases from line 2 to line 801;/,
  );
  await assertRejected(
    changed((cells, row) => [String(9 - row / 100), ...cells.slice(1)]),
    'time-not-increasing',
    /The time runs backwards from line 2 to line 801;/,
  );
  const shuffled = changed((cells, row) => [`${((row * 7919) % 800) / 100}`, ...cells.slice(1)]);
  await assertRejected(shuffled, 'time-not-increasing', /so the samples have no order in time/);
  const strays = changed((cells, row) => [
    String(row % 3 === 0 ? row / 100 : row / 100 - 5 - (row % 3)),
    ...cells.slice(1),
  ]);
  await assertRejected(
    strays,
    'time-not-increasing',
    /In \d+ of \d+ rows the time does not go on .*\(the first at line \d+\)/,
  );
});

test('Sensor Logger files that hold no acceleration are told apart', async () => {
  const { time, angularRate } = makeMotion({ seconds: 10 });
  const radians = angularRate.map((vector) => vector.map((value) => (value * Math.PI) / 180));
  await assertRejected(
    sensorLoggerCsv(time, radians),
    'missing-column',
    /more like rotation.*--units acc=m\/s2/,
  );
  const gravity = time.map(() => [0, 0, 9.80665]);
  await assertRejected(sensorLoggerCsv(time, gravity), 'missing-column', /Gravity\.csv/);
  const field = time.map((t) => [30 + t, -20, 25]);
  await assertRejected(sensorLoggerCsv(time, field), 'missing-column', /magnetic field/);
});

test('more than a day at 100 Hz is too long for one recording', async () => {
  async function* days(): AsyncGenerator<Uint8Array> {
    yield* streamOf('t,ax,ay,az\n0,0,0,1\n');
    const chunk = new TextEncoder().encode('1,0,0,1\n'.repeat(100_000));
    for (;;) yield chunk;
  }
  await assert.rejects(decodeMotion(days()), {
    code: 'too-long',
    message: /more than 8640000 samples \(line \d+\)/,
  });
});

test('texts made to keep a reader busy are answered at once', async () => {
  const brackets = `t,${'('.repeat(60_000)},ax,ay,az\n0,1,0,0,1\n`;
  await assertRejected(brackets, 'too-short', /Only 1 usable sample \(line 2\)/);
  await assertRejected(`<?xml?>${'<!-- -->'.repeat(200)}`, 'unsupported-format', /an XML document/);
});
