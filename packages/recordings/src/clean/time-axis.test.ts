import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOrder } from '../note.ts';
import { makeTimeAxis, type TimeAxis } from './time-axis.ts';

const STEP = 0.01;

interface Row {
  readonly t: number;
  readonly value: number;
}

/** Rows every 10 ms with values that never repeat. */
const regular = (count: number, start = 0): Row[] =>
  Array.from({ length: count }, (_, i) => ({ t: start + i / 100, value: i + 1 }));

function clean(rows: readonly Row[], step = STEP): TimeAxis & { kept: Row[]; time: number[] } {
  const keep = new Uint8Array(rows.length).fill(1);
  const axis = makeTimeAxis(
    {
      time: Float64Array.from(rows, (row) => row.t),
      channels: [Float32Array.from(rows, (row) => row.value)],
      keep,
      placeOf: (row) => `line ${row + 2}`,
    },
    1,
    step,
  );
  const used = [...keep.keys()].filter((row) => keep[row]);
  return { ...axis, kept: used.map((row) => rows[row]!), time: used.map((row) => axis.seconds[row]!) };
}

function assertIncreasing(time: readonly number[]): void {
  for (let i = 1; i < time.length; i++) assert.ok(time[i]! > time[i - 1]!, `${time[i]} after ${time[i - 1]}`);
}

test('a regular time is left as it is', () => {
  const { time, notes, anchor } = clean(regular(300, 50));
  assert.deepEqual(
    time.map((t) => Number(t.toFixed(6))),
    regular(300).map((row) => row.t),
  );
  assert.deepEqual(notes, []);
  assert.equal(anchor, 0);
});

test('rows with a stray stamp, ahead or behind, are left out and counted', () => {
  const rows = regular(300);
  rows[100] = { t: 1e6, value: 0 };
  rows[101] = { t: 1e6 + 1, value: 0 };
  rows[200] = { t: -5, value: 0 };
  const { kept, nonMonotonicCount, notes, time } = clean(rows);
  assert.equal(nonMonotonicCount, 3);
  assert.equal(kept.length, 297);
  assert.ok(Math.abs(time.at(-1)! - 2.99) < 1e-9);
  assert.deepEqual(notes, ['3 rows with a time that does not follow on (the first at line 102) left out.']);
});

test('two rows in the wrong order cost one of them', () => {
  const rows = regular(300);
  [rows[150], rows[151]] = [rows[151]!, rows[150]!];
  const { nonMonotonicCount, kept } = clean(rows);
  assert.equal(nonMonotonicCount, 1);
  assert.equal(kept.length, 299);
});

test('a clock set back once costs nothing: the rest of the ride is moved to follow on', () => {
  const rows = [
    ...regular(300, 5000),
    ...regular(500, 20).map((row) => ({ ...row, value: row.value + 9000 })),
  ];
  const { kept, time, nonMonotonicCount, notes } = clean(rows);
  assert.equal(kept.length, 800);
  assert.equal(nonMonotonicCount, 0);
  assertIncreasing(time);
  assert.ok(Math.abs(time[300]! - 3) < 1e-9);
  assert.match(inOrder(notes)[0]!, /At line 302 the clock jumped back by 4983 s.*moved to follow/);
});

test('a clock that is wrong for a while and then right again leaves no gap', () => {
  const rows = regular(900).map((row, i) => ({ ...row, t: i >= 300 && i < 600 ? row.t - 2000 : row.t }));
  const { time, kept } = clean(rows);
  assert.equal(kept.length, 900);
  assertIncreasing(time);
  assert.ok(Math.abs(time.at(-1)! - 8.99) < 0.05);
});

test('a clock set forward by years when it meets a phone is no gap of years', () => {
  const rows = regular(600).map((row, i) => ({ ...row, t: i < 300 ? row.t : row.t + 1.7e9 }));
  const { time, notes } = clean(rows);
  assert.ok(Math.abs(time.at(-1)! - 5.99) < 1e-4);
  assert.match(inOrder(notes)[0]!, /jumped forward/);
});

test('a gap of minutes stays a gap', () => {
  const rows = regular(600).map((row, i) => ({ ...row, t: i < 300 ? row.t : row.t + 600 }));
  const { time, notes } = clean(rows);
  assert.ok(Math.abs(time.at(-1)! - 605.99) < 1e-6);
  assert.deepEqual(notes, []);
});

test('a row that repeats the one before is a duplicate', () => {
  const rows = regular(300);
  rows.splice(100, 0, rows[99]!);
  const { duplicateCount, kept } = clean(rows);
  assert.equal(duplicateCount, 1);
  assert.equal(kept.length, 300);
});

test('a stretch that was written twice is left out once', () => {
  const rows = regular(1000);
  rows.splice(700, 0, ...rows.slice(300, 700));
  const { duplicateCount, nonMonotonicCount, kept, time } = clean(rows);
  assert.equal(duplicateCount, 400);
  assert.equal(nonMonotonicCount, 0);
  assert.equal(kept.length, 1000);
  assert.ok(Math.abs(time.at(-1)! - 9.99) < 1e-9);
});

test('a whole file appended to itself is one ride', () => {
  const { duplicateCount, kept } = clean([...regular(500), ...regular(500)]);
  assert.equal(duplicateCount, 500);
  assert.equal(kept.length, 500);
});

test('samples that share a stamp are spread evenly up to the next', () => {
  const rows = regular(300).map((row) => ({ ...row, t: Math.floor(row.t * 10) / 10 }));
  const { time, kept, duplicateCount, notes } = clean(rows);
  assert.equal(kept.length, 300);
  assert.equal(duplicateCount, 0);
  for (const [i, t] of time.entries()) if (i < 290) assert.ok(Math.abs(t - i / 100) < 1e-6, `${i}: ${t}`);
  assertIncreasing(time);
  assert.match(inOrder(notes)[0]!, /270 rows with the time stamp of the row before but other values/);
});

test('more samples under one stamp than there is time for are left out', () => {
  const rows = regular(300);
  rows.splice(100, 0, ...Array.from({ length: 30 }, (_, i) => ({ t: rows[99]!.t, value: 5000 + i })));
  const { duplicateCount, kept } = clean(rows);
  assert.equal(duplicateCount, 30);
  assert.equal(kept.length, 300);
});

test('a first row with a stamp of its own does not move the ride', () => {
  const { kept, anchor, nonMonotonicCount } = clean([{ t: 9e8, value: 0 }, ...regular(300)]);
  assert.equal(kept.length, 300);
  assert.equal(nonMonotonicCount, 1);
  assert.equal(anchor, 1);
});

test('a time without order is refused, and the line is named', () => {
  const rows = regular(4000).map((row, i) => ({ ...row, t: Math.floor(i / 150) % 2 === 0 ? 1000 - i : i }));
  assert.throws(() => clean(rows), { code: 'time-not-increasing', message: /line \d+/ });
});

test('whatever the stamps, the time of the rows kept increases', () => {
  const jump = fc.oneof(
    { weight: 20, arbitrary: fc.constant(STEP) },
    fc.constantFrom(0, -0.5, 1, 5, -100, 1e5, -1e9, 1e200),
  );
  fc.assert(
    fc.property(fc.array(jump, { minLength: 2, maxLength: 400 }), (jumps) => {
      let t = 0;
      const rows = jumps.map((by, i) => {
        t += by;
        return { t, value: i };
      });
      try {
        assertIncreasing(clean(rows).time);
      } catch (error) {
        assert.equal((error as { code?: string }).code, 'time-not-increasing');
      }
    }),
    { numRuns: 500 },
  );
});
