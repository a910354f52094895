import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { closed, nullable } from '../index.ts';
import { knownOf } from './known-keys.ts';

const text = Type.String();

test('only keys that a closed object does not know are dropped, however deep', () => {
  const schema = closed({ all: Type.Array(nullable(closed({ a: text }))), open: Type.Object({}) });
  const answered = { all: [{ a: 'x', b: 1 }, null], open: { c: 1 }, d: 1 };
  assert.deepEqual(knownOf(schema, answered), { all: [{ a: 'x' }, null], open: { c: 1 } });
  assert.deepEqual(answered.all[0], { a: 'x', b: 1 }, 'what was answered stays as it is');
});

test('what fits one alternative as it is keeps all its keys', () => {
  const schema = Type.Union([closed({ a: text }), closed({ a: text, b: text })]);
  assert.deepEqual(knownOf(schema, { a: 'x', b: 'y' }), { a: 'x', b: 'y' });
  assert.deepEqual(knownOf(schema, { a: 'x', c: 'y' }), { a: 'x' });
});

test('what fits in no way is left for the check to refuse', () => {
  const schema = Type.Union([closed({ a: text }), Type.Null()]);
  assert.deepEqual(knownOf(schema, { a: 1, b: 2 }), { a: 1, b: 2 });
});
