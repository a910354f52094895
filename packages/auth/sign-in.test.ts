import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Failure } from '@piaffe/kernel';
import { createPasswords } from './passwords/passwords.ts';
import type { AuthTables } from './tables.ts';
import { cheap, failing, from, openAuth, outcomes, password, principalOf } from './testing/auth.fixture.ts';
import { day, hour } from './times.ts';

test('somebody signs in by name and password, whatever the case and the blanks of the name', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Jürgen Straße');
  for (const name of ['Jürgen Straße', ' jürgen  STRASSE ', 'Ju\u0308rgen\u00a0Straße']) {
    const signedIn = await auth.client.signIn({ name, password, from });
    assert.deepEqual(signedIn.account, account);
    const { principal } = await auth.client.authenticate({ credential: 'sign-in', secret: signedIn.secret });
    assert.equal(principal.account, account.id);
  }
});

test('a wrong name, a wrong password, no password yet and a suspended account get one and the same answer', async () => {
  await using auth = await openAuth();
  await auth.member('Known');
  const suspended = await auth.member('Suspended');
  const principal = principalOf(await auth.administrator());
  await auth.client.setSuspended({ principal, account: suspended.account.id, suspended: true });
  const answers = [];
  for (const input of [
    { name: 'Unknown', password },
    { name: 'Known', password: 'Otter lamp fourteen!' },
    { name: 'Suspended', password },
    { name: 'administrator', password },
    { name: 'administrator', password: '' },
    { name: '', password: 'x'.repeat(1000) },
    { name: 'Known\u0000', password },
  ]) {
    const error = await auth.client.signIn({ ...input, from }).catch((error: Failure) => error);
    answers.push({ code: (error as Failure).code, details: (error as Failure).details });
  }
  assert.equal(answers[0]?.code, 'credentials-wrong');
  assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
});

test('a name nobody has is checked as thoroughly as one that somebody has: it waits in the same queue', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Known');
  const principal = principalOf(await auth.administrator());
  await auth.client.setSuspended({ principal, account: account.id, suspended: true });
  for (const name of ['Unknown', 'Known', 'administrator']) {
    const crowd = Array.from({ length: 40 }, (_, at) =>
      auth.client.signIn({ name, password: `wrong ${at}`, from: `${name} ${at}` }),
    );
    const { codes } = await outcomes(crowd);
    assert.deepEqual(codes, [...Array(22).fill('busy'), ...Array(18).fill('credentials-wrong')], name);
  }
});

test('the loop stays free while ten passwords are checked', async () => {
  await using auth = await openAuth({ memory: 19_456, passes: 2, parallelism: 1 });
  let turns = 0;
  let checking = true;
  const count = () => {
    turns++;
    if (checking) setImmediate(count);
  };
  const calls = Array.from({ length: 10 }, (_, at) =>
    auth.client.signIn({ name: `Unknown ${at}`, password, from }),
  );
  setImmediate(count);
  const { codes } = await outcomes(calls);
  checking = false;
  assert.deepEqual(codes, Array(10).fill('credentials-wrong'));
  assert.ok(turns > 200, `the loop turned ${turns} times`);
});

test('a sign-in ends when it was not used for thirty days, and lives as long as it is used', async () => {
  await using auth = await openAuth();
  const { secret } = await auth.administrator();
  const authenticate = () => auth.client.authenticate({ credential: 'sign-in', secret });
  auth.clock.forward(29 * day);
  await authenticate();
  auth.clock.forward(29 * day);
  await authenticate();
  auth.clock.forward(30 * day);
  await assert.rejects(authenticate(), failing('not-signed-in'));
});

test('a sign-in ends after ninety days, however much it is used', async () => {
  await using auth = await openAuth();
  const { secret } = await auth.administrator();
  const authenticate = () => auth.client.authenticate({ credential: 'sign-in', secret });
  for (let days = 0; days < 89; days++) {
    auth.clock.forward(day);
    await authenticate();
  }
  auth.clock.forward(day - 1);
  await authenticate();
  auth.clock.forward(1);
  await assert.rejects(authenticate(), failing('not-signed-in'));
});

test('that a sign-in is used is written down once an hour, and otherwise nothing is written', async () => {
  await using auth = await openAuth();
  const { secret } = await auth.administrator();
  const changes = async () => {
    await Promise.all(
      Array.from({ length: 5 }, () => auth.client.authenticate({ credential: 'sign-in', secret })),
    );
    const database = auth.store.database.as<AuthTables>();
    return await database.selectFrom('auth_sign_ins').select(['last_used_at', 'expires_at']).execute();
  };
  const atFirst = await changes();
  auth.clock.forward(hour - 1);
  assert.deepEqual(await changes(), atFirst);
  auth.clock.forward(1);
  const later = await changes();
  assert.notDeepEqual(later, atFirst);
  auth.clock.forward(hour - 1);
  assert.deepEqual(await changes(), later);
});

test('signing out ends one sign-in, and asking twice does no harm', async () => {
  await using auth = await openAuth();
  const [one, other] = [await auth.administrator(), await auth.administrator()];
  await auth.client.signOut({ secret: one.secret });
  await auth.client.signOut({ secret: one.secret });
  const authenticate = (secret: string) => auth.client.authenticate({ credential: 'sign-in', secret });
  await assert.rejects(authenticate(one.secret), failing('not-signed-in'));
  await authenticate(other.secret);
});

test('of more than fifty sign-ins of one account those used longest ago end', async () => {
  await using auth = await openAuth();
  const someone = await auth.member('Somebody else');
  const secrets: string[] = [];
  for (let times = 0; times < 52; times++) {
    auth.clock.forward(1000);
    secrets.push((await auth.administrator()).secret);
  }
  const authenticate = (secret: string) => auth.client.authenticate({ credential: 'sign-in', secret });
  const { values, codes } = await outcomes(secrets.map(authenticate));
  assert.equal(values.length, 50);
  assert.deepEqual(codes, ['not-signed-in', 'not-signed-in']);
  await authenticate(secrets.at(-1)!);
  await authenticate(someone.secret);
});

test('a password hashed at a lower cost is hashed again when its owner signs in', async () => {
  await using auth = await openAuth();
  await auth.member('Owner');
  const database = auth.store.database.as<AuthTables>();
  const stored = async () =>
    (
      await database.selectFrom('auth_accounts').select('password_hash').where('name', '=', 'Owner').execute()
    )[0]?.password_hash;
  assert.match((await stored())!, /m=64,t=1,p=1/);
  const dearer = auth.restarted({ ...cheap, passes: 2 });
  const wrong = { name: 'Owner', password: 'Otter lamp fourteen!', from };
  await assert.rejects(dearer.signIn(wrong), failing('credentials-wrong'));
  assert.match((await stored())!, /m=64,t=1,p=1/);
  await dearer.signIn({ name: 'Owner', password, from });
  assert.match((await stored())!, /m=64,t=2,p=1/);
  await dearer.signIn({ name: 'Owner', password, from });
});

test('an account that is suspended while its password is being checked is not signed in', async () => {
  await using auth = await openAuth({ memory: 19_456, passes: 2, parallelism: 1 });
  const { account } = await auth.member('Owner');
  const principal = principalOf(await auth.administrator());
  const signingIn = auth.client.signIn({ name: 'Owner', password, from });
  const refused = assert.rejects(signingIn, failing('credentials-wrong'));
  // The account is read before the next turn of the loop; its password takes many.
  await new Promise((resolve) => setImmediate(resolve));
  await auth.client.setSuspended({ principal, account: account.id, suspended: true });
  await refused;
  await auth.client.setSuspended({ principal, account: account.id, suspended: false });
  const database = auth.store.database.as<AuthTables>();
  const left = await database
    .selectFrom('auth_sign_ins')
    .selectAll()
    .where('account', '=', account.id)
    .execute();
  assert.deepEqual(left, []);
});

test('the old password does not sign in when a new one is set while it is being checked', async () => {
  await using auth = await openAuth({ memory: 19_456, passes: 2, parallelism: 1 });
  const { account } = await auth.member('Owner');
  const password_hash = await createPasswords(cheap).hash('Seven quiet mules?', new AbortController().signal);
  const signingIn = auth.client.signIn({ name: 'Owner', password, from });
  const refused = assert.rejects(signingIn, failing('credentials-wrong'));
  await new Promise((resolve) => setImmediate(resolve));
  const database = auth.store.database.as<AuthTables>();
  await database.updateTable('auth_accounts').set({ password_hash }).where('id', '=', account.id).execute();
  await refused;
});
