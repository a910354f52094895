import fc, { type Arbitrary } from 'fast-check';

// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema of any shape
type Schema = any;

/** Values that mostly fit a JSON Schema, and now and then are anything at all. Ids are mostly of something that is there. */
export function near(schema: Schema, ids: readonly string[]): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fitting(schema, ids) },
    { weight: 1, arbitrary: fc.jsonValue() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(null, '', 0, -1, 1e308, [], {}, true, '\u0000', '../..', 'x'.repeat(300)),
    },
  );
}

function fitting(schema: Schema, ids: readonly string[]): Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each: Schema) => near(each, ids)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer') {
    return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 5000 });
  }
  if (schema.type === 'number') {
    return fc.double({ min: schema.minimum ?? -5, max: schema.maximum ?? 5000, noNaN: true });
  }
  if (schema.type === 'array') return fc.array(near(schema.items, ids), { maxLength: 4 });
  if (schema.type === 'object') return object(schema, ids);
  if (schema.pattern?.includes('[a-z2-7]{26}')) return fc.constantFrom(...ids);
  if (schema.pattern?.startsWith('^\\d{4}')) {
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
      .map((at) => at.toISOString());
  }
  return fc.oneof(
    fc.string({
      unit: 'binary',
      minLength: schema.minLength ?? 0,
      maxLength: Math.min(schema.maxLength ?? 60, 60),
    }),
    fc.constantFrom('Europe/Berlin', '2026-05-04T17:05:00+02:00', 'Quarz', "' OR 1=1 --", 'a'.repeat(64)),
  );
}

function object({ properties = {}, required = [] }: Schema, ids: readonly string[]): Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, schema]) => [name, near(schema, ids)]);
  const model = Object.fromEntries(members);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(model, { requiredKeys: required }) },
    { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...model, extra: fc.jsonValue() }, { requiredKeys: required }) },
  );
}
