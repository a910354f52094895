import { type TObjectOptions, type TProperties, type TSchema, Type } from 'typebox';

/** The value, or null where there is none. */
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** An object of these keys and no others. */
export const closed = <T extends TProperties>(properties: T, options: TObjectOptions = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

/** A moment as ISO 8601 in UTC with milliseconds, as `Date.toISOString` gives it. */
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  description: 'ISO 8601, UTC',
});

/** An opaque, random identifier: 26 characters of base32, 130 bits. */
export const Id = Type.String({ pattern: '^[a-z2-7]{26}$' });

/** One page of a list. `next` is what to give as `after` for the page behind it; null on the last one. */
export const page = <T extends TSchema>(item: T) =>
  closed({ items: Type.Array(item), next: nullable(Type.String()) });

/** What every list takes: how many at most, and where the page before ended. */
export const PageRequest = {
  limit: Type.Integer({ minimum: 1, maximum: 200 }),
  after: nullable(Type.String({ maxLength: 200 })),
};
