import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failing, from, openAuth, outcomes, password, principalOf } from './testing/auth.fixture.ts';
import { minute } from './times.ts';

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

test('a sign-in link works once', async () => {
  await using auth = await openAuth();
  const { secret } = await auth.client.createSignInLink({});
  await auth.client.signInWithLink({ secret, from });
  await assert.rejects(auth.client.signInWithLink({ secret, from }), failing('link-not-valid'));
});

test('a sign-in link used by twenty at once signs one of them in, and makes one account', async () => {
  await using auth = await openAuth();
  const { secret } = await auth.client.createSignInLink({});
  const calls = Array.from({ length: 20 }, () => auth.client.signInWithLink({ secret, from }));
  const { values, codes } = await outcomes(calls);
  assert.equal(values.length, 1);
  assert.deepEqual(codes, Array(19).fill('link-not-valid'));
  const request = { principal: principalOf(values[0]!), limit: 10, after: null };
  assert.equal((await auth.client.accounts(request)).items.length, 1);
});

test('a sign-in link is valid for fifteen minutes', async () => {
  await using auth = await openAuth();
  const inTime = await auth.client.createSignInLink({});
  auth.clock.forward(15 * minute - 1);
  await auth.client.signInWithLink({ secret: inTime.secret, from });
  const late = await auth.client.createSignInLink({});
  auth.clock.forward(15 * minute);
  await assert.rejects(auth.client.signInWithLink({ secret: late.secret, from }), failing('link-not-valid'));
});

test('a new sign-in link makes the ones before invalid', async () => {
  await using auth = await openAuth();
  const older = await auth.client.createSignInLink({});
  const newer = await auth.client.createSignInLink({});
  await assert.rejects(auth.client.signInWithLink({ secret: older.secret, from }), failing('link-not-valid'));
  await auth.client.signInWithLink({ secret: newer.secret, from });
});

test('a later sign-in link signs the oldest administrator in who is not suspended', async () => {
  await using auth = await openAuth();
  const first = await auth.administrator();
  auth.clock.forward(minute);
  await auth.member('Rider before the second');
  auth.clock.forward(minute);
  const second = await auth.member('Second', 'administrator');
  auth.clock.forward(minute);
  await auth.member('Third', 'administrator');
  assert.equal((await auth.administrator()).account.id, first.account.id);
  const principal = principalOf(second);
  await auth.client.setSuspended({ principal, account: first.account.id, suspended: true });
  assert.equal((await auth.administrator()).account.id, second.account.id);
});

test('a reset link or an invitation is no sign-in link', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const reset = await auth.client.createResetLink({ principal, account: principal.account });
  const invitation = await auth.client.invite({ principal, role: 'administrator', note: '' });
  for (const { secret } of [reset, invitation]) {
    await assert.rejects(auth.client.signInWithLink({ secret, from }), failing('link-not-valid'));
  }
});

test('trying links has an end, whichever kind, but one that is valid works all the same', async () => {
  const wrong = { secret: 'x'.repeat(43), from };
  for (const kind of ['sign-in', 'reset', 'invitation'] as const) {
    await using auth = await openAuth();
    const { secret } = await auth.client.createSignInLink({});
    const attempt = () => {
      if (kind === 'sign-in') return auth.client.signInWithLink(wrong);
      if (kind === 'reset') return auth.client.resetPassword({ ...wrong, password });
      return auth.client.acceptInvitation({ ...wrong, password, name: 'Guest' });
    };
    for (let times = 0; times < 50; times++) await assert.rejects(attempt(), failing('link-not-valid'));
    await assert.rejects(attempt(), failing('too-many-attempts'));
    await auth.client.signInWithLink({ secret, from });
  }
});

test('what nobody handed in belongs to the account that the first link signs in, and nobody has been here before', async () => {
  await using auth = await openAuth();
  const owner = await auth.client.firstAdministrator({});
  assert.equal(owner.created, true);
  assert.deepEqual(await auth.client.isEmpty({}), { empty: true });
  const again = await Promise.all([auth.client.firstAdministrator({}), auth.client.firstAdministrator({})]);
  assert.deepEqual(again, Array(2).fill({ ...owner, created: false }));

  assert.deepEqual(principalOf(await auth.administrator()), owner.principal);
  assert.deepEqual(await auth.client.isEmpty({}), { empty: false });
  assert.deepEqual(await auth.client.firstAdministrator({}), { ...owner, created: false });
});

test('that somebody has been here stays known when their sign-in has ended', async () => {
  await using auth = await openAuth();
  const { secret } = await auth.administrator();
  await auth.client.signOut({ secret });
  assert.deepEqual(await auth.client.isEmpty({}), { empty: false });
});
