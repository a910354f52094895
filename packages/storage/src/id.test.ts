import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from './index.ts';

test('an id is 26 characters of base32, each as likely as the others, and never twice the same', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => /^[a-z2-7]{26}$/.test(id)));
  const counts = new Map<string, number>();
  for (const character of ids.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  assert.equal(counts.size, 32);
  const expected = (ids.length * 26) / 32;
  for (const count of counts.values()) assert.ok(Math.abs(count - expected) < expected * 0.06);
});
