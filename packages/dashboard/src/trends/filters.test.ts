import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asked, filtersOf, periods, queryOf } from './filters.ts';
import { trendMetricNames } from './trend-metrics.ts';

const text = fc.option(fc.string(), { nil: null });
const filters = fc.record(
  {
    metric: fc.constantFrom(...trendMetricNames),
    period: fc.constantFrom(...periods),
    type: text,
    surface: text,
    rider: text,
  },
  { noNullPrototype: true },
);

test('an address that is sent to somebody shows them the same', () => {
  fc.assert(
    fc.property(filters, (chosen) => {
      assert.deepEqual(filtersOf(new URLSearchParams(queryOf(chosen).toString())), chosen);
    }),
  );
});

test('an address without a word shows half a year of everything, and one that makes no sense does too', () => {
  const usual = filtersOf(new URLSearchParams());
  assert.equal(usual.period, '6m');
  assert.deepEqual(filtersOf(new URLSearchParams('metric=x&period=y')), usual);
  assert.equal(queryOf(usual).toString(), '');
});

test('a period is asked for from the beginning of its first day', () => {
  const usual = filtersOf(new URLSearchParams('period=12w&surface=sand'));
  assert.deepEqual(asked(usual, new Date('2026-06-30T15:00:00Z')), {
    from: '2026-04-07T00:00:00.000Z',
    surface: 'sand',
  });
  assert.deepEqual(asked({ ...usual, period: 'all', surface: null }, new Date()), {});
});
