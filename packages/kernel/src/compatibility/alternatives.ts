import { problemsOf } from '../check.ts';
import type { JsonSchema } from './contract-document.ts';

/** One constant, or the values of one type under the keywords that go with it. */
export interface Alternative {
  readonly type?: string;
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  readonly [keyword: string]: unknown;
}

const types = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** What a canonical schema allows: each of these, together. */
export function alternatives(schema: JsonSchema): readonly Alternative[] {
  if (typeof schema === 'boolean') return schema ? alternatives({}) : [];
  const { type = types, ...rest } = schema;
  const keyword = Object.keys(rest).join();
  if (keyword === 'anyOf' && type === types) return (rest.anyOf as JsonSchema[]).flatMap(alternatives);
  if (keyword !== 'const' && keyword !== 'enum')
    return [type].flat().map((one) => ({ ...rest, type: `${one}` }));
  const values = keyword === 'enum' ? (rest.enum as unknown[]) : [rest.const];
  return values
    .filter((value) => problemsOf({ type }, value).length === 0)
    .map((value) => ({ const: value }));
}

/** In words, for people. */
export function named(all: readonly Alternative[]): string {
  const words = all.map(({ type, const: value }) => {
    if (type === undefined) return JSON.stringify(value);
    return type === 'null' ? type : `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
  });
  return [...new Set(words)].join(' or ') || 'nothing';
}
