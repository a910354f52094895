import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretIn } from './secret.ts';

const secret = 'k3vGx_a-b.c~4567890abcdef';

test('a link says what its secret is for', () => {
  for (const purpose of ['sign-in', 'invitation', 'reset'] as const) {
    assert.deepEqual(secretIn(`#${purpose}=${secret}`), { purpose, secret });
  }
});

test('any other fragment is no secret', () => {
  for (const fragment of ['', '#', '#page', `#${secret}`, '#sign-in=short', `#other=${secret}`]) {
    assert.equal(secretIn(fragment), null, fragment);
  }
});
