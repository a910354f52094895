import { createHash } from 'node:crypto';
import type { Contract } from '../contract.ts';

/** A JSON Schema as plain JSON. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** A contract as plain JSON: what one part shows another, and what a release keeps. */
export interface ContractDocument {
  readonly name: string;
  readonly version: string;
  readonly operations: Readonly<Record<string, OperationDocument>>;
}

export interface OperationDocument {
  readonly summary: string;
  readonly idempotent: boolean;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly errors: Readonly<Record<string, JsonSchema>>;
}

export function documentOf({ name, version, operations }: Contract): ContractDocument {
  return JSON.parse(JSON.stringify({ name, version, operations }));
}

/** SHA-256, in hex, of what a contract allows. Words, the order of keys and the version make no difference. */
export function digestOf({ name, operations }: Contract | ContractDocument): string {
  const text = JSON.stringify(canonical(JSON.parse(JSON.stringify({ name, operations }))));
  return createHash('sha256').update(text).digest('hex');
}

const words = new Set([
  'title',
  'description',
  'summary',
  'examples',
  'default',
  'deprecated',
  '$comment',
  '$id',
]);
const maps = new Set(['operations', 'errors', 'properties', 'patternProperties', '$defs']);
const sets = new Set(['required', 'enum']);

/** The same JSON for all contracts, or schemas, that differ in words and order alone. */
export function canonical<T>(node: T, isMap = false): T {
  if (Array.isArray(node)) return node.map((item) => canonical(item)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => isMap || !words.has(key));
  const told = entries.map(([key, value]) => {
    if (!isMap && sets.has(key)) return [key, [...value].sort(byText)];
    return [key, !isMap && key === 'const' ? value : canonical(value, !isMap && maps.has(key))];
  });
  return Object.fromEntries(told.sort(byText));
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
