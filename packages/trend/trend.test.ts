import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bind, Failure } from '@piaffe/kernel';
import fc from 'fast-check';
import { type TrendInput, trendContract, trendMetricNames } from './contract.ts';
import { trendModule } from './create.ts';
import { horseYear } from './testing/horse-year.fixture.ts';
import { trend } from './trend.ts';

const { trend: asked } = bind(trendContract, trendModule.create({}, {}));

const nameOrNot = fc.option(fc.constantFrom('dressage', 'Dressage ', 'hacking', 'sand'), { nil: null });
const day = fc.integer({ min: 0, max: 400 });

/** Any input whose parts fit together. */
const inputs: fc.Arbitrary<TrendInput> = fc
  .array(fc.record({ day, type: nameOrNot, surface: nameOrNot, version: fc.constantFrom('1', '2') }), {
    maxLength: 40,
  })
  .chain((rides) => {
    const value = fc.option(fc.double({ min: 0, max: 1e4, noNaN: true }), { nil: null });
    const column = fc.array(value, { minLength: rides.length, maxLength: rides.length });
    const quality = fc.constantFrom('good', 'fair', 'poor', 'none');
    const qualities = fc.array(quality, { minLength: rides.length, maxLength: rides.length });
    return fc.record({
      sessions: fc.constant(
        rides.map(({ day, type, surface, version }, i) => ({
          id: `s${i}`,
          startedAt: new Date(Date.UTC(2025, 0, 1, 12) + day * 86_400_000).toISOString(),
          algorithm: `piaffe-aggregation@${version}`,
          type,
          surface,
          rider: null,
          mount: null,
        })),
      ),
      metrics: fc.tuple(column, column, qualities).map(([minDiff, load, good]) => [
        { name: 'symmetry.minDiff' as const, values: minDiff, qualities: good },
        { name: 'load.gaitMinutes' as const, values: load, qualities: good },
      ]),
      times: column.map((values) => [{ name: 'gaits.trot.time' as const, values }]),
      events: fc.constant([]),
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland'),
      until: fc.option(fc.constant('2025-06-30T12:00:00+02:00'), { nil: null }),
    });
  });

test('whatever fits together has a trend that fits the contract, and says nothing below five', async () => {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const answer = await asked(input);
      for (const { baselines, slope, points } of answer.metrics) {
        for (const { n, median, reason } of baselines)
          assert.equal(median === null, n < 5 || reason !== null);
        if (slope.n < 5) assert.equal(slope.perWeek, null);
        assert.equal(points.z.length, answer.sessions.length);
      }
      for (const { inARow, sessions, advice } of answer.outOfRange) {
        assert.equal(inARow, sessions.length);
        if (inARow < 3) assert.equal(advice, 'watch');
      }
    }),
    { numRuns: 150 },
  );
});

test('the order in which sessions are given changes nothing', () => {
  const year = horseYear({ seed: 3, sessions: 60 });
  const { startedAt } = year.sessions[30];
  const input = {
    ...year,
    sessions: year.sessions.map((each, i) => (i === 31 ? { ...each, startedAt } : each)),
  };
  const backwards: TrendInput = {
    ...input,
    sessions: input.sessions.toReversed(),
    metrics: input.metrics.map(({ name, values, qualities }) => ({
      name,
      values: values.toReversed(),
      qualities: qualities.toReversed(),
    })),
  };
  assert.deepEqual(trend(backwards), trend(input));
});

test('sessions of another algorithm are never compared, and the change is marked', () => {
  const input = horseYear({ seed: 1, sessions: 30, contexts: 1, names: ['symmetry.minDiff'] });
  const [column] = input.metrics;
  const upgraded: TrendInput = {
    ...input,
    sessions: input.sessions.map((each, i) =>
      i < 15 ? each : { ...each, algorithm: 'piaffe-aggregation@2.0.0' },
    ),
    metrics: [{ ...column, values: column.values.map((value, i) => value! + (i < 15 ? 0 : 50)) }],
  };
  const { groups, versionChanges, metrics, outOfRange } = trend(upgraded);
  assert.equal(groups.length, 2);
  assert.deepEqual(
    versionChanges.map(({ session, from, to }) => [session, from, to]),
    [['ride 16', 'piaffe-aggregation@1.0.0', 'piaffe-aggregation@2.0.0']],
  );
  const [{ points, changes, slope, baselines }] = metrics;
  assert.deepEqual(points.z.slice(15, 20), [null, null, null, null, null]);
  assert.deepEqual(changes, []);
  assert.ok(Math.abs(slope.perWeek!) < 2);
  assert.ok(baselines[1].median! - baselines[0].median! > 40);
  assert.ok(outOfRange.every(({ inARow }) => inARow < 3));
});

test('a poor value is a point that is neither judged nor judged by', () => {
  const input = horseYear({ seed: 1, sessions: 12, contexts: 1, names: ['symmetry.minDiff'] });
  const [column] = input.metrics;
  const values = column.values.map((value, i) => (i === 9 ? 90 : value));
  const qualities = column.qualities.map((quality, i) => (i === 9 ? ('poor' as const) : quality));
  const [{ points, baselines }] = trend({ ...input, metrics: [{ ...column, values, qualities }] }).metrics;
  assert.deepEqual([points.value[9], points.z[9], points.outOfRange[9]], [90, null, null]);
  assert.equal(baselines[0].n, 11);
});

test('what does not fit together is refused with the reason', async () => {
  const input = horseYear({ seed: 1, sessions: 6, names: ['symmetry.minDiff'] });
  const [first, ...others] = input.sessions;
  const [column] = input.metrics;
  const cases: readonly [TrendInput, RegExp][] = [
    [{ ...input, sessions: [first, first, ...others.slice(1)] }, /ride 1 is there twice/],
    [{ ...input, sessions: [{ ...first, startedAt: 'yesterday' }, ...others] }, /ISO 8601/],
    [
      { ...input, sessions: [{ ...first, startedAt: '1900-01-01T00:00:00Z' }, ...others] },
      /more than 60 years/,
    ],
    [{ ...input, metrics: [{ ...column, values: [1] }] }, /symmetry.minDiff has 1 entries for 6 sessions/],
    [{ ...input, metrics: [column, column] }, /symmetry.minDiff is there twice/],
    [{ ...input, timeZone: 'Mars/Base' }, /no time zone Mars\/Base/],
    [{ ...input, until: 'soon' }, /`until`/],
  ];
  for (const [wrong, sentence] of cases) {
    await assert.rejects(asked(wrong), (error: unknown) => {
      assert.ok(error instanceof Failure && error.code === 'sessions-not-valid');
      assert.match(error.message, sentence);
      return true;
    });
  }
});

test('no sessions have an empty trend', () => {
  const { sessions, metrics, load, outOfRange } = trend({
    sessions: [],
    metrics: [],
    times: [],
    events: [],
    timeZone: 'UTC',
    until: null,
  });
  assert.deepEqual([sessions, metrics, outOfRange, load.days, load.weeks], [[], [], [], [], []]);
  assert.equal(load.reason, 'no recordings');
});

test('every metric is followed', () => {
  const { metrics } = trend(horseYear({ seed: 1, sessions: 8 }));
  assert.deepEqual(
    metrics.map(({ metric }) => metric),
    trendMetricNames,
  );
});
