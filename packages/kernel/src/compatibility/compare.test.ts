import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TSchema, Type } from 'typebox';
import { closed, defineContract, nullable, operation } from '../index.ts';
import { compare, refusal } from './compare.ts';
import { digestOf, documentOf } from './contract-document.ts';

function reader(
  version: string,
  { input = closed({}), output = closed({}), errors = {} as Record<string, TSchema>, idempotent = true },
) {
  const read = operation({ summary: 'Reads', input, output, errors, idempotent });
  return documentOf(defineContract({ name: 'reader', version, operations: { read } }));
}

function differenceOf(consumer: ReturnType<typeof reader>, provider: ReturnType<typeof reader>) {
  const verdict = compare(consumer, provider);
  return verdict.compatible ? null : verdict.difference;
}

test('the digest does not change with words, the order of keys or the version', () => {
  const one = reader('1.0.0', { input: closed({ a: Type.String({ description: 'A' }), b: Type.Number() }) });
  const other = reader('1.0.1', { input: closed({ b: Type.Number({ title: 'B' }), a: Type.String() }) });
  assert.equal(digestOf(one), digestOf(other));
});

test('a key that is called description takes part in the digest', () => {
  const one = reader('1.0.0', { input: closed({ description: Type.String() }) });
  const other = reader('1.0.0', { input: closed({ description: Type.Number() }) });
  assert.notEqual(digestOf(one), digestOf(other));
  assert.notEqual(digestOf(one), digestOf(reader('1.0.0', {})));
});

test('a contract fits itself', () => {
  const one = reader('1.0.0', { input: Type.Object({ a: Type.Unsafe({ contains: { minimum: 4 } }) }) });
  assert.deepEqual(compare(one, one), { compatible: true });
});

test('a key more in an answer does not matter to those who do not know it', () => {
  const old = reader('1.0.0', { output: closed({ items: Type.Array(closed({ a: Type.String() })) }) });
  const current = reader('1.1.0', {
    output: closed({ items: Type.Array(closed({ a: Type.String(), b: Type.String() })) }),
  });
  assert.equal(differenceOf(old, current), null);
  assert.deepEqual(differenceOf(current, old), {
    operation: 'read',
    part: 'output',
    path: 'items[].b',
    what: 'the consumer requires it, the provider may leave it out',
    mover: 'provider',
  });
});

test('a key that the provider does not know may not be sent', () => {
  const old = reader('1.0.0', {});
  const current = reader('1.1.0', { input: closed({ depth: Type.Optional(Type.Integer()) }) });
  assert.equal(differenceOf(old, current), null);
  assert.deepEqual(differenceOf(current, old), {
    operation: 'read',
    part: 'input',
    path: 'depth',
    what: 'the consumer may send an integer, the provider takes nothing',
    mover: 'provider',
  });
});

test('a refusal names both versions, the first difference and who has to move', () => {
  const old = reader('1.0.0', { output: closed({ length: Type.Number() }) });
  const current = reader('2.0.0', { output: closed({ length: nullable(Type.Number()) }) });
  const verdict = compare(old, current);
  assert.ok(!verdict.compatible);
  assert.equal(
    refusal(old, current, verdict),
    'The consumer speaks reader 1.0.0, the provider reader 2.0.0, and they differ at length in the output of read: ' +
      'the provider may answer null, the consumer takes a number. It is the consumer that has to move to 2.0.0.',
  );
  assert.equal(differenceOf(current, old), null);
});

test('a list without doubles may gain some when its items lose a key, so that is refused', () => {
  const items = (keys: Record<string, TSchema>, uniqueItems: boolean) =>
    closed({ items: Type.Array(closed(keys), uniqueItems ? { uniqueItems } : {}) });
  const [few, more] = [{ a: Type.String() }, { a: Type.String(), b: Type.String() }];
  for (const unique of [false, true]) {
    const consumer = reader('1.0.0', { output: items(few, unique) });
    const provider = reader('1.1.0', { output: items(more, unique) });
    assert.equal(differenceOf(consumer, provider)?.path, unique ? 'items[].b' : undefined);
  }
});

test('schemas that no contract of ours has are compared by what they mean, or refused', () => {
  const fits = (sent: object, taken: object) =>
    differenceOf(
      reader('1.0.0', { input: closed({ a: Type.Unsafe(sent) }) }),
      reader('1.1.0', { input: closed({ a: Type.Unsafe(taken) }) }),
    ) === null;
  const named = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false };
  assert.equal(fits(named, { ...named, patternProperties: { '^a$': { maxLength: 3 } } }), false);
  assert.equal(fits({ const: 1 }, { type: 'string', enum: ['a', 1] }), false);
  assert.equal(fits({ type: 'string' }, { type: ['string', 'null'] }), true);
  assert.equal(fits({ type: ['string', 'null'] }, { type: 'string' }), false);
  assert.equal(fits({ type: 'string' }, { type: 'string', contentEncoding: 'base64' }), false);
  assert.equal(fits({ type: 'string', contentEncoding: 'base64' }, { type: 'string' }), true);
  assert.equal(fits({ type: 'string' }, { allOf: [{ type: 'string' }] }), false);
  assert.equal(fits({ const: { title: 'a' } }, { const: { title: 'b' } }), false);
  assert.equal(
    fits({ $ref: '#/$defs/a', $defs: { a: named } }, { $ref: '#/$defs/a', $defs: { a: {} } }),
    false,
  );
});
