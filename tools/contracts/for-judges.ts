interface Schema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly [keyword: string]: unknown;
}

/**
 * The same schemas, said in the way that programs which judge understand best: choices and constants with their type,
 * `null` as one of the types instead of as an alternative.
 */
export function forJudges<T>(node: T): T {
  if (Array.isArray(node)) return node.map(forJudges) as T;
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.entries(node).map(([key, value]) => [key, forJudges(value)]);
  return withoutNullAlternative(withType(Object.fromEntries(inner))) as T;
}

function withType(schema: Schema): Schema {
  const { const: value, ...rest } = schema;
  const values = schema.enum ?? ('const' in schema ? [value] : []);
  if (!Array.isArray(values) || values.length === 0) return schema;
  const [type, ...more] = new Set(values.map((one) => typeof one));
  return more.length === 0 && typeof type === 'string' ? { ...rest, type, enum: values } : schema;
}

function withoutNullAlternative(schema: Schema): Schema {
  const [one, nothing, ...more] = schema.anyOf ?? [];
  const isNullable = typeof one?.type === 'string' && nothing?.type === 'null' && more.length === 0;
  if (!isNullable || Object.keys(schema).length > 1) return schema;
  return { ...one, type: [one.type, 'null'], ...(one.enum && { enum: [...one.enum, null] }) };
}
