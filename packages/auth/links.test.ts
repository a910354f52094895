import assert from 'node:assert/strict';
import { test } from 'node:test';
import { from, openAuth } from './testing/auth.fixture.ts';

test('nobody has an account until the first sign-in link is used, which makes the administrator', async () => {
  await using auth = await openAuth();
  assert.deepEqual(await auth.client.isEmpty({}), { empty: true });
  const link = await auth.client.createSignInLink({});
  assert.deepEqual(await auth.client.isEmpty({}), { empty: true });
  const { account, secret } = await auth.client.signInWithLink({ secret: link.secret, from });
  assert.deepEqual(
    [account.name, account.role, account.hasPassword],
    ['administrator', 'administrator', false],
  );
  assert.deepEqual(await auth.client.isEmpty({}), { empty: false });
  assert.deepEqual(await auth.client.authenticate({ credential: 'sign-in', secret }), {
    principal: { account: account.id, role: 'administrator' },
    credential: 'sign-in',
    scopes: ['read', 'upload', 'write'],
  });
});
