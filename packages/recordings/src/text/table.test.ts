import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DecodedMotion, decodeMotion } from '../../testing/decode-motion.fixture.ts';
import {
  makeMotion,
  phyphoxCsv,
  rawCounts,
  rideCsv,
  sensorLoggerCsv,
  streamOf,
} from '../../testing/ride.fixture.ts';
import type { DecodeOptions } from '../index.ts';

const motion = makeMotion({ seconds: 8 });
const csv = rideCsv({ seconds: 8 });
const bare = csv.slice(csv.indexOf('\n') + 1);
const decode = (text: string): Promise<DecodedMotion> => decodeMotion(streamOf(text));
const lines = (text: string, change: (all: string[]) => void) => {
  const all = text.split('\n');
  change(all);
  return all.join('\n');
};

test('a letter in one row of a table without a header costs that row', async () => {
  for (const column of [0, 3, 6]) {
    const broken = lines(bare, (all) => {
      all[98] = all[98]!.split(',').toSpliced(column, 1, '0.9x').join(',');
    });
    const recording = await decode(broken);
    assert.equal(recording.time.length, 799, `column ${column}`);
    assert.equal(recording.quality.nanCount, 1);
    assert.ok(recording.angularRate);
  }
});

test('a first line whose beginning is lost is left out with a note, wherever it was cut', async () => {
  const files = {
    csv: bare,
    counts: rawCounts(motion, ','),
    phyphox: phyphoxCsv(motion).replace(/.*\n/, ''),
    'sensor logger': sensorLoggerCsv(
      motion.time,
      motion.acceleration.map((vector) => vector.map((g) => g * 9.80665)),
    ).replace(/.*\n/, ''),
  };
  for (const [name, text] of Object.entries(files)) {
    const from = text.split('\n').slice(0, 300).join('\n').length + 1;
    const end = text.indexOf('\n', from);
    for (let at = from + 1; at < end; at++) {
      const recording = await decode(text.slice(at));
      assert.ok(recording.time.length >= 499 && recording.time.length <= 500, `${name} cut at ${at - from}`);
      assert.ok(
        Math.abs(recording.time.at(-1)! - (recording.time.length - 1) / 100) < 0.011,
        `${name} at ${at - from}`,
      );
      const isFirstCellCut = at <= text.indexOf(',', from);
      if (!isFirstCellCut)
        assert.match(recording.quality.notes.join(' '), /The first line \(1\) is only the end of a row/);
    }
  }
});

test('rows with cells missing right below the header do not hide it', async () => {
  const ragged = lines(csv, (all) => {
    for (const row of [1, 2, 4]) all[row] = all[row]!.split(',').slice(0, 2).join(',');
    all[3] = all[3]!.replace(/\d/g, '\u0661');
    all[5] = '0.04,NaN,NaN,NaN,NaN,NaN,NaN';
  });
  const recording = await decode(ragged);
  assert.equal(recording.time.length, 795);
  assert.equal(recording.quality.nanCount, 5);
  assert.match(recording.quality.notes.join(' '), /5 rows with a missing.*\(the first at line 2\)/);
});

test('a row that has run into another one is left out; what some rows say besides is not', async () => {
  const joined = lines(csv, (all) => {
    all[400] = all[400]!.replace(/,[^,]*$/, '') + all[480]!.slice(all[480]!.indexOf(','));
    all.splice(401, 80);
  });
  assert.equal((await decode(joined)).quality.nanCount, 1);
  const besides = lines(csv, (all) => {
    for (let row = 10; row < 800; row += 50) all[row] += ',48.1,11.5';
  });
  assert.equal((await decode(besides)).time.length, 800);
});

test('rows below the names may give units, a pattern of dates, or one word in all cells', async () => {
  const rows = motion.time.map((t, i) =>
    [
      new Date(Date.UTC(2024, 4, 4, 10, 30) + t * 1000).toISOString().replace('T', ' ').slice(0, -1),
      ...motion.acceleration[i]!.map((g) => g * 9.80665),
      '',
    ].join('\t'),
  );
  const names = ['Timestamp', ...['X', 'Y', 'Z'].map((axis) => `Accel_LN_${axis}_CAL`), ''].join('\t');
  const units = (time: string, acceleration: string) =>
    [time, ...Array<string>(3).fill(acceleration), ''].join('\t');
  const all = (cell: string) => [...Array<string>(4).fill(cell), ''].join('\t');
  const read = (above: readonly string[], options?: DecodeOptions) =>
    decodeMotion(streamOf([...above, ...rows].join('\n')), options);
  for (const above of [
    ['sep=\t', names, units('yyyy/mm/dd hh:mm:ss.000', 'm/(s^2)')],
    [all('Shimmer 68B7'), names, all('CAL'), units('mSecs', 'm/(sec^2)*')],
  ]) {
    const { quality, acceleration } = await read(above);
    assert.equal(acceleration.z.length, 800);
    assert.doesNotMatch(quality.notes.join(' '), /unit of acceleration/);
    assert.ok(Math.abs(acceleration.z[400]! - motion.acceleration[400]![2]) < 1e-5);
  }
  const above = [names, units('yyyy/mm/dd hh:mm:ss.000', 'm/(s^2)')];
  const [ax, ay, az] = ['X', 'Y', 'Z'].map((axis) => `Accel_LN_${axis}_CAL`) as [string, string, string];
  const given = await read(above, { columns: { t: 'Timestamp', ax, ay, az } });
  assert.deepEqual(given.acceleration, (await read(above)).acceleration);
  await assert.rejects(
    decodeMotion(streamOf(csv.replace(/^[^\n]*/, 't,a (x),a (y),a (z),gx,gy,gz')), {
      columns: { ax: 'a' },
    }),
    { code: 'missing-column' },
  );
});

test('a header without a name for the row numbers that R writes is one short, and still names the columns', async () => {
  const rows = csv.trimEnd().split('\n');
  for (const quote of ['', '"']) {
    for (const separator of [',', ' ', '\t']) {
      const numbered = rows.map((row, i) => (i === 0 ? row : `${quote}${i}${quote},${row}`));
      assert.deepEqual(await decode(numbered.join('\n').replaceAll(',', separator)), await decode(csv));
    }
  }
});

test('an empty cell at the end of every row is no column', async () => {
  const trailing = bare.replaceAll(',', '\t').replaceAll('\n', '\t\n');
  assert.deepEqual(await decode(trailing), await decode(bare));
});

test('labels and arrows between the numbers are named when they hide the columns', async () => {
  const rows = motion.time.map((t, i) => [t, ...motion.acceleration[i]!]);
  for (const [text, row] of [
    ['0 -> ', ([t, x, y, z]: number[]) => `${t} -> ${x},${y},${z},1,2,3`],
    ['t:', ([t, x, y, z]: number[]) => `t: ${t} ax: ${x} ay: ${y} az: ${z}`],
    ['ax:[\\d.]+', ([t, x, y, z]: number[]) => `${t},ax:${x},ay:${y},az:${z}`],
    ['AcX', ([, x, y, z]: number[]) => `AcX = ${x} | AcY = ${y} | AcZ = ${z}`],
  ] as const) {
    await assert.rejects(decode(rows.map((cells) => row([...cells])).join('\n')), {
      message: new RegExp(`has text between its numbers \\("${text}.*"\\).*numbers alone`),
    });
  }
});
