import { problemsOf } from '../check.ts';
import { canonical, type JsonSchema } from './contract-document.ts';
import { limitKeywords } from './limits.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** One constant, or the values of one type under the keywords that go with it. */
export interface Alternative {
  readonly type?: string;
  readonly const?: unknown;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly additionalItems?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Schemas;
  readonly patternProperties?: Schemas;
  readonly additionalProperties?: JsonSchema;
  readonly [keyword: string]: unknown;
}

const types = ['null', 'boolean', 'number', 'string', 'array', 'object'];
const ofLists = ['items', 'additionalItems'];
const ofObjects = ['required', 'properties', 'patternProperties', 'additionalProperties'];
const understood = new Set(['type', 'const', '$id', ...limitKeywords, ...ofLists, ...ofObjects]);

/** What a schema allows, one by one: together they are the schema, but for what `notUnderstood` names of one. */
export function alternatives(schema: JsonSchema): readonly Alternative[] {
  if (schema === false) return [];
  const node = canonical(schema === true ? {} : schema) as Record<string, unknown>;
  const [keyword, ...more] = Object.keys(node).filter((key) => key !== 'type');
  if (more.length === 0 && (keyword === 'const' || keyword === 'enum')) {
    const typed = 'type' in node ? { type: node.type } : {};
    const values = [node[keyword]].flat(keyword === 'enum' ? 1 : 0);
    return values.filter((value) => problemsOf(typed, value).length === 0).map((value) => ({ const: value }));
  }
  if (more.length === 0 && !('type' in node)) {
    if (keyword === 'anyOf') return (node.anyOf as JsonSchema[]).flatMap(alternatives);
    if (keyword === 'not' && JSON.stringify(node.not) === '{}') return [];
  }
  return ([node.type ?? types].flat() as string[]).flatMap((type): Alternative[] => {
    const alternative = { ...node, type };
    if (notUnderstood(alternative) !== undefined) return [alternative];
    if (type === 'null') return [{ const: null }];
    return type === 'boolean' ? [{ const: false }, { const: true }] : [alternative];
  });
}

/** A keyword that takes part in what is allowed, and that comparing does not know. */
export function notUnderstood(alternative: Alternative): string | undefined {
  return Object.keys(alternative).find((keyword) => !understood.has(keyword));
}

const names: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  integer: 'an integer',
};

/** In words, for people. */
export function named(all: readonly Alternative[]): string {
  const words = all.map(({ type, const: value }) =>
    type === undefined ? JSON.stringify(value) : (names[type] ?? `a ${type}`),
  );
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format([...new Set(words)]) || 'nothing';
}
