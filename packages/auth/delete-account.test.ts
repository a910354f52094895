import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuthTables } from './tables.ts';
import {
  type Auth,
  failing,
  from,
  openAuth,
  outcomes,
  password,
  principalOf,
} from './testing/auth.fixture.ts';

const wholeList = { limit: 200, after: null };

/** All rows that could tell of anybody. */
async function rowsOf({ store }: Auth): Promise<number> {
  const database = store.database.as<AuthTables>();
  const tables = ['auth_accounts', 'auth_sign_ins', 'auth_tokens', 'auth_links', 'auth_invitations'] as const;
  const counts = tables.map((table) => database.selectFrom(table).selectAll().execute());
  return (await Promise.all(counts)).flat().length;
}

test('whoever deletes their account is gone: sign-ins and tokens end, the name is free, and nothing of it is left', async () => {
  await using auth = await openAuth();
  await auth.administrator();
  const before = await rowsOf(auth);
  const { account, secret } = await auth.member('Rider');
  const principal = principalOf({ account });
  const token = await auth.client.createToken({ principal, name: 'app', scopes: ['read'], expiresAt: null });
  await auth.client.deleteAccount({ principal, password, check: false, from });

  for (const credential of ['sign-in', 'token'] as const) {
    const lost = { credential, secret: credential === 'token' ? token.secret : secret };
    await assert.rejects(auth.client.authenticate(lost), failing('not-signed-in'));
  }
  await assert.rejects(auth.client.signIn({ name: 'Rider', password, from }), failing('credentials-wrong'));
  const again = auth.client.deleteAccount({ principal, password, check: false, from });
  await assert.rejects(again, failing('not-signed-in'));
  // The administrator signed in once more to invite.
  assert.equal(await rowsOf(auth), before + 1);
  await auth.member('Rider');
});

test('asked whether it could be deleted, it says so and deletes nothing', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = principalOf({ account });
  await auth.client.deleteAccount({ principal, password, check: true, from });
  assert.deepEqual(await auth.client.account({ principal }), account);
  const wrong = { principal, password: 'Otter lamp fourteen!', check: true, from };
  await assert.rejects(auth.client.deleteAccount(wrong), failing('credentials-wrong'));
});

test('without the password nobody deletes an account, and guesses count as at signing in', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = principalOf({ account });
  const attempt = (guess: string | null, check = false) =>
    auth.client.deleteAccount({ principal, password: guess, check, from });
  await assert.rejects(attempt(null), failing('credentials-wrong'));
  for (let times = 0; times < 10; times++) {
    await assert.rejects(attempt(`Otter lamp ${times}`, times % 2 === 0), failing('credentials-wrong'));
  }
  await assert.rejects(attempt(password), failing('too-many-attempts'));
  await assert.rejects(auth.client.signIn({ name: 'Rider', password, from }), failing('too-many-attempts'));
  assert.deepEqual(await auth.client.account({ principal }), account);
});

test('the last administrator does not leave others alone, not even suspended ones; with another one they may go', async () => {
  await using auth = await openAuth();
  const rider = await auth.member('Rider');
  const first = principalOf(await auth.administrator());
  const leave = (check: boolean) =>
    auth.client.deleteAccount({ principal: first, password: null, check, from });
  for (const check of [true, false]) await assert.rejects(leave(check), failing('last-administrator'));
  await auth.client.setSuspended({ principal: first, account: rider.account.id, suspended: true });
  for (const check of [true, false]) await assert.rejects(leave(check), failing('last-administrator'));

  const second = principalOf(await auth.member('Second', 'administrator'));
  await leave(true);
  await leave(false);
  const { items } = await auth.client.accounts({ principal: second, ...wholeList });
  assert.deepEqual(items.map(({ name }) => name).sort(), ['Rider', 'Second']);
});

test('of two administrators who leave at once one stays with the rider', async () => {
  await using auth = await openAuth();
  await auth.member('Rider');
  const first = principalOf(await auth.administrator());
  const second = principalOf(await auth.member('Second', 'administrator'));
  const { codes } = await outcomes([
    auth.client.deleteAccount({ principal: first, password: null, check: false, from }),
    auth.client.deleteAccount({ principal: second, password, check: false, from }),
  ]);
  assert.deepEqual(codes, ['last-administrator']);
});

test('once the only one has left, the server is as at its first start', async () => {
  await using auth = await openAuth();
  const { account } = await auth.administrator();
  const principal = principalOf({ account });
  await auth.client.invite({ principal, role: 'rider', note: '' });
  await auth.client.deleteAccount({ principal, password: null, check: false, from });
  assert.equal(await rowsOf(auth), 0);
  assert.deepEqual(await auth.client.isEmpty({}), { empty: true });
  const next = await auth.administrator();
  assert.notEqual(next.account.id, account.id);
  assert.deepEqual([next.account.name, next.account.role], ['administrator', 'administrator']);
});

test('whoever is suspended while their password is being checked deletes nothing', async () => {
  await using auth = await openAuth({ memory: 19_456, passes: 2, parallelism: 1 });
  const rider = principalOf(await auth.member('Rider'));
  const principal = principalOf(await auth.administrator());
  const deleting = auth.client.deleteAccount({ principal: rider, password, check: false, from });
  const refused = assert.rejects(deleting, failing('not-signed-in'));
  await new Promise((resolve) => setImmediate(resolve));
  await auth.client.setSuspended({ principal, account: rider.account, suspended: true });
  await refused;
  assert.equal((await auth.client.accounts({ principal, ...wholeList })).items.length, 2);
});
