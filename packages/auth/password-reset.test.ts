import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failing, from, openAuth, outcomes, password, principalOf } from './testing/auth.fixture.ts';
import { day } from './times.ts';

const newPassword = 'Seven quiet mules?';

test('a reset link sets a new password, signs in, and ends every sign-in and token of the account', async () => {
  await using auth = await openAuth();
  const before = await auth.member('Rider');
  const own = principalOf(before);
  const token = await auth.client.createToken({
    principal: own,
    name: 'app',
    scopes: ['read'],
    expiresAt: null,
  });
  const other = await auth.member('Other');
  const principal = principalOf(await auth.administrator());
  const { secret } = await auth.client.createResetLink({ principal, account: own.account });

  const after = await auth.client.resetPassword({ secret, password: newPassword, from });
  assert.deepEqual(after.account, before.account);
  const bySignIn = (signIn: string) => auth.client.authenticate({ credential: 'sign-in', secret: signIn });
  await bySignIn(after.secret);
  await bySignIn(other.secret);
  await assert.rejects(bySignIn(before.secret), failing('not-signed-in'));
  const byToken = auth.client.authenticate({ credential: 'token', secret: token.secret });
  await assert.rejects(byToken, failing('not-signed-in'));
  assert.deepEqual((await auth.client.tokens({ principal: own, limit: 10, after: null })).items, []);
  await auth.client.signIn({ name: 'Rider', password: newPassword, from });
  await assert.rejects(auth.client.signIn({ name: 'Rider', password, from }), failing('credentials-wrong'));
});

test('a reset link used by twenty at once works once', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = principalOf(await auth.administrator());
  const { secret } = await auth.client.createResetLink({ principal, account: account.id });
  const resets = Array.from({ length: 20 }, () =>
    auth.client.resetPassword({ secret, password: newPassword, from }),
  );
  const { values, codes } = await outcomes(resets);
  assert.equal(values.length, 1);
  assert.deepEqual(new Set(codes), new Set(['busy', 'link-not-valid']));
});

test('a reset link is valid for a day, until a newer one is made for the account or its password is changed', async () => {
  await using auth = await openAuth();
  const rider = await auth.member('Rider');
  const { account } = rider;
  const other = await auth.member('Other');
  const principal = principalOf(await auth.administrator());
  const create = (id: string) => auth.client.createResetLink({ principal, account: id });
  const reset = (secret: string) => auth.client.resetPassword({ secret, password: newPassword, from });

  const late = await create(account.id);
  auth.clock.forward(day);
  await assert.rejects(reset(late.secret), failing('link-not-valid'));

  const older = await create(account.id);
  const newer = await create(account.id);
  await create(other.account.id);
  await assert.rejects(reset(older.secret), failing('link-not-valid'));
  auth.clock.forward(day - 1);
  const { secret } = await reset(newer.secret);

  const unused = await create(account.id);
  const own = { principal: principalOf(rider), secret, current: newPassword, password, from };
  await auth.client.changePassword(own);
  await assert.rejects(reset(unused.secret), failing('link-not-valid'));
});

test('a weak password leaves the reset link as it was', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Theodora');
  const principal = principalOf(await auth.administrator());
  const { secret } = await auth.client.createResetLink({ principal, account: account.id });
  const reset = (chosen: string) => auth.client.resetPassword({ secret, password: chosen, from });
  await assert.rejects(reset('theodora1234'), failing('password-too-weak'));
  await reset(newPassword);
});

test('an administrator who forgot the password gets a new one, by the console’s link and a reset link', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const { secret } = await auth.client.createResetLink({ principal, account: principal.account });
  await auth.client.resetPassword({ secret, password: newPassword, from });
  await auth.client.signIn({ name: 'administrator', password: newPassword, from });
});

test('a suspended account gets no reset link', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = principalOf(await auth.administrator());
  await auth.client.setSuspended({ principal, account: account.id, suspended: true });
  const creating = auth.client.createResetLink({ principal, account: account.id });
  await assert.rejects(creating, failing('account-suspended'));
});

test('a sign-in link or an invitation is no reset link', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const link = await auth.client.createSignInLink({});
  const invitation = await auth.client.invite({ principal, role: 'rider', note: '' });
  for (const { secret } of [link, invitation]) {
    const resetting = auth.client.resetPassword({ secret, password: newPassword, from });
    await assert.rejects(resetting, failing('link-not-valid'));
  }
});
