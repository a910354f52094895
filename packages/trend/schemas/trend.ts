import { Quality, Unit } from '@piaffe/aggregation/contract';
import { closed, nullable } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';
import { trendMetricNames } from './metric-names.ts';
import { TrendEvent } from './trend-input.ts';

const number = nullable(Type.Number());
/** One entry per session, in the order of the trend's `sessions`. */
const perSession = Type.Array(number);
const reason = nullable(Type.String({ description: 'Why there is none; null when there is one' }));
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'In the horse’s time zone' });

/** Sessions that may be compared: the same algorithm, type, surface, rider and mount. */
export const TrendGroup = closed({
  algorithm: Type.String(),
  type: nullable(Type.String()),
  surface: nullable(Type.String()),
  rider: nullable(Type.String()),
  mount: nullable(Type.String()),
  sessions: Type.Integer({ minimum: 1 }),
});
export type TrendGroup = Static<typeof TrendGroup>;

/** What is usual for this horse in one group, from the latest sessions: median, and the band that most of them lie in. */
export const Baseline = closed({
  group: Type.Integer({ minimum: 0, description: 'Index in `groups`' }),
  n: Type.Integer({ minimum: 0 }),
  median: number,
  low: number,
  high: number,
  reason,
});
export type Baseline = Static<typeof Baseline>;

/** Theil-Sen slope with its 95 % interval, and the p of Mann-Kendall corrected for serial correlation. */
export const Slope = closed({
  perWeek: number,
  low: number,
  high: number,
  p: number,
  tau: number,
  n: Type.Integer({ minimum: 0 }),
  reason,
});
export type Slope = Static<typeof Slope>;

export const Change = closed({
  session: Type.String({ description: 'The first session behind the change' }),
  at: Type.String(),
  before: Type.Number({ description: 'Median before, in the unit' }),
  after: Type.Number({ description: 'Median since, in the unit' }),
});
export type Change = Static<typeof Change>;

export const MetricTrend = closed({
  metric: Type.Enum([...trendMetricNames]),
  unit: Unit,
  points: closed(
    {
      value: perSession,
      quality: Type.Array(Quality),
      rollingMedian: perSession,
      low: perSession,
      high: perSession,
      z: perSession,
      outOfRange: Type.Array(nullable(Type.Enum(['higher', 'lower']))),
    },
    {
      description:
        'low and high: what was usual before that session among comparable ones; null below the number needed',
    },
  ),
  baselines: Type.Array(Baseline),
  slope: Slope,
  changes: Type.Array(Change),
});
export type MetricTrend = Static<typeof MetricTrend>;

export const Week = closed({
  from: day,
  sessions: Type.Integer({ minimum: 0 }),
  daysRecorded: Type.Integer({ minimum: 0, maximum: 7 }),
  minutes: closed({
    halt: Type.Number(),
    walk: Type.Number(),
    trot: Type.Number(),
    canter: Type.Number(),
    gallop: Type.Number(),
    tolt: Type.Number(),
    pace: Type.Number(),
  }),
  reins: closed(
    { left: Type.Number(), straight: Type.Number(), right: Type.Number() },
    { description: 'min' },
  ),
  load: Type.Number({ description: 'Gait-minutes of what was recorded' }),
  monotony: number,
  strain: number,
  reason,
});
export type Week = Static<typeof Week>;

/** A day without a recording is unknown, not rest: its load is null. */
export const LoadDay = closed({
  date: day,
  load: number,
  acute: number,
  chronic: number,
  ratio: number,
  fitness: number,
  fatigue: number,
  form: number,
});
export type LoadDay = Static<typeof LoadDay>;

export const Load = closed({
  weeks: Type.Array(Week),
  days: Type.Array(LoadDay),
  reason: nullable(
    Type.String({ description: 'Why ratio, fitness and form are null at the end; null when they are there' }),
  ),
});
export type Load = Static<typeof Load>;

/** A run of comparable sessions outside this horse’s own band. One is to be watched, three in a row to be talked about. */
export const OutOfRange = closed({
  metric: Type.Enum([...trendMetricNames]),
  group: Type.Integer({ minimum: 0 }),
  direction: Type.Enum(['higher', 'lower']),
  sessions: Type.Array(Type.String(), { minItems: 1, description: 'Their ids, in order of time' }),
  inARow: Type.Integer({ minimum: 1 }),
  ongoing: Type.Boolean({ description: 'No comparable session since is back inside' }),
  advice: Type.Enum(['watch', 'talk-to-your-vet']),
});
export type OutOfRange = Static<typeof OutOfRange>;

/** The track record of one horse. */
export const Trend = closed({
  algorithm: closed({
    name: Type.String(),
    version: Type.String(),
    parameters: Type.Record(Type.String(), Type.Unknown()),
  }),
  sessions: Type.Array(
    closed({ id: Type.String(), at: Type.String(), group: Type.Integer({ minimum: 0 }) }),
    { description: 'In order of time' },
  ),
  groups: Type.Array(TrendGroup),
  versionChanges: Type.Array(
    closed({ session: Type.String(), at: Type.String(), from: Type.String(), to: Type.String() }),
    { description: 'The first session by another algorithm than the one before it' },
  ),
  events: Type.Array(TrendEvent),
  metrics: Type.Array(MetricTrend),
  load: Load,
  outOfRange: Type.Array(OutOfRange, { description: 'What is still going on and what is newest first' }),
});
export type Trend = Static<typeof Trend>;
