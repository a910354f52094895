import { createHash } from 'node:crypto';
import type { Contract } from '../contract.ts';

/** A JSON Schema as plain JSON. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

export interface OperationDocument {
  readonly summary: string;
  readonly idempotent: boolean;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly errors: Readonly<Record<string, JsonSchema>>;
}

/** A contract as plain JSON: what one part shows another, and what a release keeps. */
export interface ContractDocument {
  readonly name: string;
  readonly version: string;
  readonly operations: Readonly<Record<string, OperationDocument>>;
}

export function documentOf({ name, version, operations }: Contract): ContractDocument {
  return JSON.parse(JSON.stringify({ name, version, operations }));
}

/**
 * SHA-256, in hex, of what may be sent and answered under a contract. The order of keys, words for people and the
 * version make no difference.
 */
export function digestOf(contract: Contract | ContractDocument): string {
  const { name, operations } = documentOf(contract as Contract);
  const judged = mapValues(operations, ({ idempotent, input, output, errors }) => ({
    idempotent,
    input: canonical(input),
    output: canonical(output),
    errors: sorted(mapValues(errors, canonical)),
  }));
  return createHash('sha256')
    .update(JSON.stringify([name, sorted(judged)]))
    .digest('hex');
}

const words = new Set(['title', 'description', 'summary', 'examples', 'default', '$comment', 'deprecated']);
const namedSchemas = new Set(['properties', 'patternProperties', '$defs']);
const setsOfValues = new Set(['required', 'enum']);
const values = new Set(['const', 'required', 'enum']);

/** The same schema for all that mean the same but for words and order. */
export function canonical(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(canonical);
  if (typeof schema !== 'object' || schema === null) return schema;
  const asserted = Object.entries(schema).filter(([keyword]) => !words.has(keyword));
  return sorted(
    Object.fromEntries(
      asserted.map(([keyword, value]) => {
        if (setsOfValues.has(keyword)) return [keyword, [...value].sort(byText)];
        if (values.has(keyword)) return [keyword, value];
        return [keyword, namedSchemas.has(keyword) ? sorted(mapValues(value, canonical)) : canonical(value)];
      }),
    ),
  );
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
