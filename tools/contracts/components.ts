/** Schemas by the names that people know them by. */
export type NamedSchemas = Readonly<Record<string, unknown>>;

interface WithComponents {
  readonly components?: { readonly schemas: NamedSchemas };
}

const prefix = '#/components/schemas/';
const worthAName = 100;

/** The same document, in which schemas that have a name are shown once, and elsewhere by reference to it. */
export function withComponents<T extends object>(document: T, named: NamedSchemas): T & WithComponents {
  const names = new Map<string, string>();
  for (const [name, schema] of Object.entries(named)) {
    const text = JSON.stringify(schema);
    if (text.length >= worthAName && !names.has(text)) names.set(text, name);
  }
  const schemas: Record<string, unknown> = {};
  const referred = (node: unknown, self: string | null = null): unknown => {
    if (Array.isArray(node)) return node.map((item) => referred(item));
    if (typeof node !== 'object' || node === null) return node;
    const name = names.get(JSON.stringify(node));
    if (name === undefined || name === self)
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, referred(value)]));
    if (!Object.hasOwn(schemas, name)) {
      schemas[name] = null;
      schemas[name] = referred(node, name);
    }
    return { $ref: prefix + name };
  };
  const withReferences = referred(document) as T;
  if (Object.keys(schemas).length === 0) return withReferences;
  const sorted = Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...withReferences, components: { schemas: Object.fromEntries(sorted) } };
}

/** The document that `withComponents` made this of. */
export function withoutComponents<T extends object>({ components, ...document }: T & WithComponents): T {
  const resolved = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(resolved);
    if (typeof node !== 'object' || node === null) return node;
    if ('$ref' in node && String(node.$ref).startsWith(prefix))
      return resolved(components?.schemas[String(node.$ref).slice(prefix.length)]);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value)]));
  };
  return resolved(document) as T;
}
