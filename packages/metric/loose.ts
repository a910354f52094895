import { type Static, type TSchema, Type } from 'typebox';

type Node = Readonly<Record<string, unknown>>;

/**
 * A schema that asks for the same keys and types as another one, and lets pass whatever is new: keys, names, limits. What a
 * plugin was built with may be older than what it is given.
 */
export const loose = <T extends TSchema>(schema: T) => Type.Unsafe<Static<T>>(loosened(schema as Node));

function loosened(node: Node): Node {
  if (Array.isArray(node.enum)) return { type: typeof node.enum[0] };
  if (Array.isArray(node.anyOf)) return { anyOf: node.anyOf.map(loosened) };
  const { type, required, properties, items } = node;
  return {
    type,
    ...(required === undefined ? {} : { required }),
    ...(properties === undefined ? {} : { properties: mapped(properties as Readonly<Record<string, Node>>) }),
    ...(items === undefined ? {} : { items: loosened(items as Node) }),
  };
}

const mapped = (properties: Readonly<Record<string, Node>>) =>
  Object.fromEntries(Object.entries(properties).map(([key, node]) => [key, loosened(node)]));
