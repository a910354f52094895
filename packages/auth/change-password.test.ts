import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Auth,
  failing,
  from,
  openAuth,
  outcomes,
  password,
  principalOf,
} from './testing/auth.fixture.ts';
import { day } from './times.ts';

const newPassword = 'Seven quiet mules?';
const stillSignedIn = async ({ client }: Auth, secret: string) =>
  (await outcomes([client.authenticate({ credential: 'sign-in', secret })])).values.length === 1;

test('changing the password ends every other sign-in of the account; tokens stay', async () => {
  await using auth = await openAuth();
  const kept = await auth.member('Rider');
  const ended = await auth.client.signIn({ name: 'Rider', password, from });
  const other = await auth.member('Other');
  const principal = principalOf(kept);
  const token = await auth.client.createToken({ principal, name: 'app', scopes: ['read'], expiresAt: null });
  const { secret } = kept;
  await auth.client.changePassword({ principal, secret, current: password, password: newPassword, from });
  const signIns = [kept, ended, other].map((each) => stillSignedIn(auth, each.secret));
  assert.deepEqual(await Promise.all(signIns), [true, false, true]);
  await auth.client.authenticate({ credential: 'token', secret: token.secret });
  await auth.client.signIn({ name: 'Rider', password: newPassword, from });
  await assert.rejects(auth.client.signIn({ name: 'Rider', password, from }), failing('credentials-wrong'));
});

test('whoever has no password yet sets the first one without another', async () => {
  await using auth = await openAuth();
  const { secret, account } = await auth.administrator();
  const principal = principalOf({ account });
  await auth.client.changePassword({ principal, secret, current: null, password: newPassword, from });
  assert.equal((await auth.client.account({ principal })).hasPassword, true);
  const again = auth.client.changePassword({ principal, secret, current: null, password, from });
  await assert.rejects(again, failing('credentials-wrong'));
  await auth.client.signIn({ name: 'administrator', password: newPassword, from });
});

test('without the current password nothing is changed, and guessing it has an end', async () => {
  await using auth = await openAuth();
  const { secret, account } = await auth.member('Rider');
  const principal = principalOf({ account });
  const change = (current: string | null) =>
    auth.client.changePassword({ principal, secret, current, password: newPassword, from });
  await assert.rejects(change(null), failing('credentials-wrong'));
  for (let times = 0; times < 10; times++) {
    await assert.rejects(change('Otter lamp fourteen!'), failing('credentials-wrong'));
  }
  await assert.rejects(change(password), failing('too-many-attempts'));
  await assert.rejects(
    auth.client.signIn({ name: 'Rider', password, from }),
    failing('too-many-attempts'),
    'the two share one count',
  );
  auth.clock.forward(30_000);
  await change(password);
});

test('a weak password is refused and the old one stays', async () => {
  await using auth = await openAuth();
  const { secret, account } = await auth.member('Rider');
  const weak = {
    principal: principalOf({ account }),
    secret,
    current: password,
    password: 'aaaaaaaaaaaa',
    from,
  };
  await assert.rejects(auth.client.changePassword(weak), failing('password-too-weak'));
  await auth.client.signIn({ name: 'Rider', password, from });
});

test('the sign-in that goes on must be one of the account, and not over', async () => {
  await using auth = await openAuth();
  const old = await auth.member('Rider');
  const { account } = old;
  auth.clock.forward(30 * day);
  const over = await auth.client.signIn({ name: 'Rider', password, from });
  await auth.client.signOut({ secret: over.secret });
  const other = await auth.member('Other');
  for (const secret of [old.secret, over.secret, other.secret, '']) {
    const change = {
      principal: principalOf({ account }),
      secret,
      current: password,
      password: newPassword,
      from,
    };
    await assert.rejects(auth.client.changePassword(change), failing('not-signed-in'));
  }
});

test('of two changes at once that start from one password, one is made', async () => {
  await using auth = await openAuth();
  const { secret, account } = await auth.member('Rider');
  const change = (chosen: string) =>
    auth.client.changePassword({
      principal: principalOf({ account }),
      secret,
      current: password,
      password: chosen,
      from,
    });
  const { codes } = await outcomes([change(newPassword), change('Eleven loud geese?')]);
  assert.deepEqual(codes, ['credentials-wrong']);
});

test('somebody who signs in with the old password while it is being changed is not signed in afterwards', async () => {
  await using auth = await openAuth();
  const { secret, account } = await auth.member('Rider');
  const changing = auth.client.changePassword({
    principal: principalOf({ account }),
    secret,
    current: password,
    password: newPassword,
    from,
  });
  const signingIn = Array.from({ length: 8 }, () => auth.client.signIn({ name: 'Rider', password, from }));
  const { values } = await outcomes(signingIn);
  await changing;
  for (const each of values) assert.equal(await stillSignedIn(auth, each.secret), false);
});

test('an account that is suspended while its password is being changed keeps the old one', async () => {
  await using auth = await openAuth({ memory: 19_456, passes: 2, parallelism: 1 });
  const { secret, account } = await auth.member('Rider');
  const administrator = principalOf(await auth.administrator());
  const suspend = (suspended: boolean) =>
    auth.client.setSuspended({ principal: administrator, account: account.id, suspended });
  const principal = principalOf({ account });
  const change = { principal, secret, current: password, password: newPassword, from };
  const refused = assert.rejects(auth.client.changePassword(change), failing('not-signed-in'));
  await new Promise((resolve) => setImmediate(resolve));
  await suspend(true);
  await refused;
  await suspend(false);
  await auth.client.signIn({ name: 'Rider', password, from });
});
