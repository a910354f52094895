import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, dayTeller } from './calendar.ts';
import { loadOf } from './load.ts';
import { monotonyOf } from './monotony.ts';
import { recencyWeighted } from './recency-weighted.ts';

const monday = dayNumber('2026-01-05');
const onDays = (days: readonly number[], load = 60) =>
  days.map((day) => ({ day: monday + day, load, time: () => 600 }));
const daily = (count: number) => Array.from({ length: count }, (_, day) => day);

test('a day without a recording is unknown: it is null, and averages do not sink', () => {
  const { days } = loadOf(onDays(daily(60).filter((day) => day % 3 === 0)), monday + 59);
  assert.deepEqual(
    days.slice(0, 4).map(({ load }) => load),
    [60, null, null, 60],
  );
  const { acute, chronic, ratio, fitness, fatigue, form } = days.at(-1)!;
  assert.deepEqual([acute, chronic, ratio, fitness, fatigue, form], [60, 60, 1, 60, 60, 0]);
});

test('the ratio needs four weeks of history, fitness six, and both recordings of late', () => {
  const { days } = loadOf(onDays(daily(50)), monday + 49);
  assert.deepEqual([days[27].ratio, days[28].ratio], [null, 1]);
  assert.deepEqual([days[41].fitness, days[42].fitness], [null, 60]);
  const reasonAfter = (count: number, until: number) => loadOf(onDays(daily(count)), monday + until).reason;
  assert.match(reasonAfter(10, 9) ?? '', /9 days old, the ratio needs 28/);
  assert.match(reasonAfter(35, 34) ?? '', /34 days old, fitness and form need 42/);
  assert.match(reasonAfter(50, 60) ?? '', /nothing was recorded in the last 7 days/);
  assert.match(reasonAfter(50, 90) ?? '', /the last 28 days have recordings on 0/);
  assert.equal(reasonAfter(50, 49), null);
});

test('acute against chronic is uncoupled: a hard week does not raise what it is compared with', () => {
  const sessions = [
    ...onDays(daily(50)),
    ...onDays(
      daily(7).map((day) => day + 50),
      120,
    ),
  ];
  const { chronic, acute, ratio } = loadOf(sessions, monday + 56).days.at(-1)!;
  assert.equal(chronic, 60);
  assert.ok(acute! > 100 && acute! < 120);
  assert.ok(Math.abs(ratio! - acute! / 60) < 0.01);
});

test('without a gap the weighted mean is the usual recursion, but for its start', () => {
  const values = Array.from({ length: 300 }, (_, i) => 50 + 20 * Math.sin(i));
  let expected = values[0];
  for (const value of values) expected += 0.25 * (value - expected);
  assert.ok(Math.abs(recencyWeighted(values, 0.25).at(-1)! - expected) < 1e-9);
  assert.deepEqual(recencyWeighted([null, null, 8, null], 0.25), [null, null, 8, 8]);
});

test('a week of equal days has a cap for its monotony, and an unknown day leaves it open', () => {
  assert.deepEqual(monotonyOf([10, 10, 10, 10, 10, 10, 10]), { monotony: 10, strain: 700, reason: null });
  const { monotony } = monotonyOf([10, 20, 30, 40, 50, 60, 70]);
  assert.equal(monotony, 1.85);
  assert.match(monotonyOf([10, 10, 10, 10, 10, 10, null]).reason ?? '', /6 of 7 days recorded/);
});

test('weeks begin on Monday and add up minutes, reins and days; empty ones are there', () => {
  const { weeks } = loadOf(onDays([2, 2, 20]), monday + 21);
  assert.deepEqual(
    weeks.map(({ from, sessions, daysRecorded, load }) => [from, sessions, daysRecorded, load]),
    [
      ['2026-01-05', 2, 1, 120],
      ['2026-01-12', 0, 0, 0],
      ['2026-01-19', 1, 1, 60],
      ['2026-01-26', 0, 0, 0],
    ],
  );
  assert.equal(weeks[0].minutes.trot, 20);
  assert.equal(weeks[0].reins.left, 20);
});

test('a session whose load is not known leaves its day unknown', () => {
  const [known] = onDays([0]);
  const { days } = loadOf([known, { ...known, load: null }], monday);
  assert.equal(days[0].load, null);
});

test('days are those of the time zone, over the change of summer time too', () => {
  const berlin = dayTeller('Europe/Berlin');
  assert.equal(berlin(Date.parse('2026-03-28T23:30:00Z')), '2026-03-29');
  assert.equal(berlin(Date.parse('2026-03-29T21:59:00Z')), '2026-03-29');
  assert.equal(berlin(Date.parse('2026-03-29T22:01:00Z')), '2026-03-30');
});
