import { Quality } from '@piaffe/aggregation/contract';
import { closed, nullable } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';
import { timeMetricNames, trendMetricNames } from './metric-names.ts';

const instant = Type.String({ description: 'ISO 8601 with offset' });

export const eventKinds = ['shoeing', 'treatment', 'lesson', 'saddle', 'other'] as const;

/** Something that happened to the horse and may show in its numbers. */
export const TrendEvent = closed({
  at: instant,
  kind: Type.Enum(eventKinds),
  text: Type.String({ maxLength: 1000 }),
});
export type TrendEvent = Static<typeof TrendEvent>;

const text = nullable(Type.String({ maxLength: 200 }));

/** One session: when, by which algorithm, and what makes it comparable with others. */
export const TrendSession = closed({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  startedAt: instant,
  algorithm: Type.String({ description: 'name@version of the result' }),
  type: text,
  surface: text,
  rider: text,
  mount: text,
});
export type TrendSession = Static<typeof TrendSession>;

/** One value per session, in the order of `sessions`; null where there is none. */
const values = Type.Array(nullable(Type.Number()));

export const TrendInput = closed({
  sessions: Type.Array(TrendSession, { maxItems: 20_000 }),
  metrics: Type.Array(
    closed({ name: Type.Enum([...trendMetricNames]), values, qualities: Type.Array(Quality) }),
    { description: 'Columns as long as `sessions`; a metric left out has no value anywhere' },
  ),
  times: Type.Array(closed({ name: Type.Enum([...timeMetricNames]), values })),
  events: Type.Array(TrendEvent, { maxItems: 10_000 }),
  timeZone: Type.String({
    maxLength: 64,
    description: 'IANA name: where the days and weeks of the horse begin',
  }),
  until: nullable(
    Type.String({ description: 'ISO 8601: the instant it is told for; null: that of the last session' }),
  ),
});
export type TrendInput = Static<typeof TrendInput>;
