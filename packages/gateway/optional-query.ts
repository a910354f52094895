import { type TSchema, Type } from 'typebox';

/** A query has no null: what is left out is null. */
export const optionalOf = <Schema extends TSchema>({ anyOf: [schema] }: { anyOf: [Schema, TSchema] }) =>
  Type.Optional(schema);
