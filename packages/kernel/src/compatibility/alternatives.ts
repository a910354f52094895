import { problemsOf } from '../check.ts';
import { canonical, type JsonSchema } from './contract-document.ts';
import { limitKeywords } from './limits.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** One constant, or values of one type under the keywords that go with it. */
export interface Alternative {
  readonly type?: string;
  readonly const?: unknown;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly additionalItems?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly properties?: Schemas;
  readonly patternProperties?: Schemas;
  readonly additionalProperties?: JsonSchema;
  readonly [keyword: string]: unknown;
}

const types = ['null', 'boolean', 'number', 'string', 'array', 'object'];
const ofLists = ['items', 'additionalItems', 'prefixItems'];
const ofObjects = ['required', 'properties', 'patternProperties', 'additionalProperties'];
const understood = new Set(['type', '$id', ...limitKeywords, ...ofLists, ...ofObjects]);

/** What a schema allows, one by one. Together they are the schema, but for those that `notUnderstood` names a keyword of. */
export function alternatives(schema: JsonSchema): readonly Alternative[] {
  if (schema === false) return [];
  const node = canonical(schema === true ? {} : schema) as Record<string, unknown>;
  const others = Object.keys(node).filter((keyword) => keyword !== 'type');
  if (others.length === 1 && node.type === undefined) {
    if (Array.isArray(node.anyOf)) return node.anyOf.flatMap(alternatives);
    if (typeof node.not === 'object' && Object.keys(node.not ?? {}).length === 0) return [];
  }
  if (others.length === 1 && ('const' in node || 'enum' in node)) {
    const values = 'const' in node ? [node.const] : (node.enum as unknown[]);
    const typed = node.type === undefined ? {} : { type: node.type };
    return values.filter((value) => problemsOf(typed, value).length === 0).map((value) => ({ const: value }));
  }
  return [node.type ?? types].flat().flatMap((type) => {
    if (others.every((keyword) => understood.has(keyword))) {
      if (type === 'null') return [{ const: null }];
      if (type === 'boolean') return [{ const: false }, { const: true }];
    }
    return [{ ...node, type: type as string }];
  });
}

export function notUnderstood(alternative: Alternative): string | undefined {
  if ('const' in alternative && alternative.type === undefined) return undefined;
  return Object.keys(alternative).find((keyword) => !understood.has(keyword));
}
