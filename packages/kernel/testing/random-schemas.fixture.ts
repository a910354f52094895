import fc from 'fast-check';
import { type TSchema, Type } from 'typebox';

/** Schemas as plain JSON, of the kinds that contracts are made of. */
export type Schema = { readonly [keyword: string]: unknown };

const keys = ['a', 'b', 'c'];
const forms = { '^[a-c]+$': ['a', 'ab', 'cab'], '^[0-9]$': ['1', '7'] } as const;
const choices = ['a', 'ab', '1', 1, 2, true, null];
const limit = fc.integer({ min: -3, max: 4 });

const numbers = fc
  .record(
    {
      type: fc.constantFrom('number', 'integer'),
      minimum: limit,
      exclusiveMinimum: limit,
      maximum: limit.map((n) => n + 9),
      exclusiveMaximum: limit.map((n) => n + 9),
      multipleOf: fc.constantFrom(1, 2, 4),
    },
    { requiredKeys: ['type'] },
  )
  .filter((schema) => valuesIn(schema, someNumbers).length > 0);
const someNumbers = Array.from({ length: 61 }, (_, at) => at / 2 - 10);
const texts = fc.oneof(
  fc.record(
    { type: fc.constant('string'), minLength: fc.nat(2), maxLength: fc.integer({ min: 2, max: 4 }) },
    { requiredKeys: ['type'] },
  ),
  fc.constantFrom(...Object.keys(forms)).map((pattern) => ({ type: 'string', pattern })),
);
const constants = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom(...choices), { minLength: 1, maxLength: 4 })
    .map((values) => ({ enum: values })),
  fc.constantFrom(...choices).map((value) => ({ const: value })),
);
const simple = fc.oneof(
  numbers,
  texts,
  constants,
  fc.constantFrom({ type: 'null' }, { type: 'boolean' }, {}),
);

export const schemas: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    simple,
    fc.record(
      {
        type: fc.constant('array'),
        items: tie('schema'),
        minItems: fc.nat(1),
        maxItems: fc.integer({ min: 1, max: 3 }),
        uniqueItems: fc.constant(true),
      },
      { requiredKeys: ['type', 'items'] },
    ),
    objectsOf(tie('schema')),
    fc
      .record({ form: fc.constantFrom('^.*$', ...Object.keys(forms)), values: tie('schema') })
      .map(({ form, values }) => ({ type: 'object', patternProperties: { [form]: values } })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
  ),
})).schema;

function objectsOf(values: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> {
  return fc
    .record({
      properties: fc.dictionary(fc.constantFrom(...keys), values, { noNullPrototype: true }),
      optional: fc.subarray(keys),
      additionalProperties: fc.constantFrom({ additionalProperties: false }, {}),
    })
    .map(({ properties, optional, additionalProperties }) => {
      const required = Object.keys(properties).filter((key) => !optional.includes(key));
      return {
        type: 'object',
        properties,
        ...(required.length > 0 && { required }),
        ...additionalProperties,
      };
    });
}

/** Any of the values that fit a schema, those at its edges too. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.anyOf)) return fc.oneof(...schema.anyOf.map(valuesOf));
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'number':
    case 'integer':
      return fc.constantFrom(...valuesIn(schema, someNumbers));
    case 'string':
      return textsOf(schema);
    case 'array':
      return listsOf(schema);
    case 'object':
      return keysOf(schema);
    default:
      return fc.oneof(fc.constantFrom(...choices), fc.constant([]), fc.constant({ a: 1 }), fc.constant({}));
  }
}

function valuesIn(schema: Schema, numbers: readonly number[]): readonly number[] {
  const {
    minimum = -99,
    exclusiveMinimum = -99,
    maximum = 99,
    exclusiveMaximum = 99,
  } = schema as Record<string, number>;
  const step = (schema.multipleOf as number | undefined) ?? (schema.type === 'integer' ? 1 : 0.5);
  return numbers.filter(
    (n) =>
      n >= minimum &&
      n > exclusiveMinimum &&
      n <= maximum &&
      n < exclusiveMaximum &&
      Number.isInteger(n / step) &&
      (schema.type === 'number' || Number.isInteger(n)),
  );
}

function textsOf({ pattern, minLength = 0, maxLength = 5 }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.constantFrom(...forms[pattern as keyof typeof forms]);
  return fc
    .array(fc.constantFrom('a', 'b', '1', '-'), {
      minLength: minLength as number,
      maxLength: maxLength as number,
    })
    .map((letters) => letters.join(''));
}

function listsOf({ items, minItems = 0, maxItems = 4, uniqueItems }: Schema): fc.Arbitrary<unknown[]> {
  const lengths = { minLength: minItems as number, maxLength: maxItems as number };
  if (!uniqueItems) return fc.array(valuesOf(items as Schema), lengths);
  return fc.uniqueArray(valuesOf(items as Schema), { ...lengths, selector: (item) => JSON.stringify(item) });
}

function keysOf(schema: Schema): fc.Arbitrary<object> {
  const {
    properties = {},
    required = [],
    patternProperties = {},
    additionalProperties,
  } = schema as {
    properties?: Record<string, Schema>;
    required?: string[];
    patternProperties?: Record<string, Schema>;
    additionalProperties?: false;
  };
  const named = Object.entries(properties).map(([key, value]) => [key, valuesOf(value)] as const);
  const others = [...keys, '1', 'd'].filter((key) => !Object.hasOwn(properties, key));
  const open = others.flatMap((key) => {
    const form = Object.keys(patternProperties).find((pattern) => new RegExp(pattern).test(key));
    if (form !== undefined) return [[key, valuesOf(patternProperties[form]!)] as const];
    return additionalProperties === false ? [] : [[key, fc.constantFrom(...choices)] as const];
  });
  return fc.record(Object.fromEntries([...named, ...open]), {
    requiredKeys: required,
    noNullPrototype: true,
  });
}

/** The schema with a few small changes anywhere in it, of the kinds that people make. */
export function changed(schema: Schema): fc.Arbitrary<Schema> {
  const within = changedWithin(schema);
  return fc.oneof(
    { weight: 6, arbitrary: within },
    { weight: 1, arbitrary: within.map((inner) => ({ anyOf: [inner, { type: 'null' }] })) },
    { weight: 1, arbitrary: changedHere(schema) },
    { weight: 1, arbitrary: schemas },
  );
}

function changedWithin(schema: Schema): fc.Arbitrary<Schema> {
  if (Array.isArray(schema.anyOf))
    return fc.tuple(...schema.anyOf.map(changed)).map((anyOf) => ({ ...schema, anyOf }));
  if (schema.type === 'array') return changed(schema.items as Schema).map((items) => ({ ...schema, items }));
  const found = ['properties', 'patternProperties'].find((keyword) => keyword in schema);
  if (found === undefined) return fc.constant(schema);
  const inner = Object.entries(schema[found] as Record<string, Schema>);
  return fc
    .record(Object.fromEntries(inner.map(([key, value]) => [key, changed(value)])), { noNullPrototype: true })
    .map((values) => ({ ...schema, [found]: values }));
}

/** A keyword less, another limit, a key, a choice or an alternative more or less. */
function changedHere(schema: Schema): fc.Arbitrary<Schema> {
  const { anyOf, enum: values, properties } = schema;
  if (Array.isArray(anyOf))
    return fc.oneof(
      schemas.map((more) => ({ anyOf: [...anyOf, more] })),
      fc.subarray(anyOf, { minLength: 1 }).map((less) => ({ anyOf: less })),
    );
  if (Array.isArray(values))
    return fc
      .subarray([...new Set([...values, ...choices])], { minLength: 1 })
      .map((some) => ({ enum: some }));
  if (properties !== undefined) {
    const more = Object.fromEntries(keys.map((key) => [key, {}]));
    const all = Object.entries({ ...more, ...properties });
    return fc.record({ some: fc.subarray(all), needed: fc.subarray(keys) }).map(({ some, needed }) => {
      const kept = Object.fromEntries(some);
      return { ...schema, properties: kept, required: needed.filter((key) => key in kept) };
    });
  }
  const limits = Object.keys(schema).filter(
    (keyword) => !['type', 'items', 'patternProperties'].includes(keyword),
  );
  return fc.subarray(limits).map((dropped) => {
    const kept = Object.entries(schema).filter(([keyword]) => !dropped.includes(keyword));
    return Object.fromEntries(kept);
  });
}

/** The same schema as contracts hold it. */
export function typed(schema: Schema): TSchema {
  const {
    type,
    anyOf,
    enum: values,
    const: value,
    items,
    properties,
    required,
    patternProperties,
    ...rest
  } = schema;
  if (anyOf !== undefined) return Type.Union((anyOf as Schema[]).map(typed));
  if (values !== undefined) return Type.Enum(values as string[]);
  if ('const' in schema) return value === null ? Type.Null() : Type.Literal(value as string);
  if (type === 'null') return Type.Null();
  if (type === 'boolean') return Type.Boolean();
  if (type === 'number') return Type.Number(rest);
  if (type === 'integer') return Type.Integer(rest);
  if (type === 'string') return Type.String(rest);
  if (type === 'array') return Type.Array(typed(items as Schema), rest);
  if (type !== 'object') return Type.Unknown();
  if (patternProperties !== undefined) {
    const [form, inner] = Object.entries(patternProperties as Record<string, Schema>)[0]!;
    return Type.Record(Type.String(form === '^.*$' ? {} : { pattern: form }), typed(inner));
  }
  const needed = (required as string[] | undefined) ?? [];
  const typedKeys = Object.entries(properties as Record<string, Schema>).map(([key, inner]) => [
    key,
    needed.includes(key) ? typed(inner) : Type.Optional(typed(inner)),
  ]);
  return Type.Object(Object.fromEntries(typedKeys), rest);
}
