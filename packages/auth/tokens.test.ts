import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '@piaffe/storage';
import { failing, openAuth, principalOf } from './testing/auth.fixture.ts';
import { day, hour, minute } from './times.ts';

const wholeList = { limit: 200, after: null };

test('a token says who it belongs to and what it may be used for', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.member('Rider'));
  const { token, secret } = await auth.client.createToken({
    principal,
    name: 'notebook',
    scopes: ['read', 'upload'],
    expiresAt: null,
  });
  assert.match(secret, /^piaffe_[a-z2-7]{52}$/);
  assert.deepEqual(
    [token.name, token.scopes, token.expiresAt, token.lastUsedAt],
    ['notebook', ['read', 'upload'], null, null],
  );
  assert.deepEqual(await auth.client.authenticate({ credential: 'token', secret }), {
    principal,
    credential: 'token',
    scopes: ['read', 'upload'],
  });
});

test('a token is no sign-in and a sign-in is no token', async () => {
  await using auth = await openAuth();
  const signedIn = await auth.member('Rider');
  const principal = principalOf(signedIn);
  const { secret } = await auth.client.createToken({
    principal,
    name: 'a',
    scopes: ['read'],
    expiresAt: null,
  });
  const bySignIn = auth.client.authenticate({ credential: 'sign-in', secret });
  await assert.rejects(bySignIn, failing('not-signed-in'));
  const byToken = auth.client.authenticate({ credential: 'token', secret: signedIn.secret });
  await assert.rejects(byToken, failing('not-signed-in'));
});

test('nothing but the whole secret authenticates', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.member('Rider'));
  const { secret } = await auth.client.createToken({
    principal,
    name: 'a',
    scopes: ['read'],
    expiresAt: null,
  });
  const wrong = [
    '',
    secret.slice(7),
    secret.slice(0, -1),
    `${secret} `,
    secret.toUpperCase(),
    `${secret}\u0000`,
    "' or 1",
  ];
  for (const each of wrong) {
    const authenticating = auth.client.authenticate({ credential: 'token', secret: each });
    await assert.rejects(authenticating, failing('not-signed-in'), each);
  }
});

test('a token expires when it was said to', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.member('Rider'));
  const now = new Date((await auth.client.account({ principal })).createdAt).getTime();
  const expiresAt = new Date(now + day).toISOString();
  const { secret } = await auth.client.createToken({ principal, name: 'a', scopes: ['read'], expiresAt });
  auth.clock.forward(day - 1);
  await auth.client.authenticate({ credential: 'token', secret });
  auth.clock.forward(1);
  await assert.rejects(auth.client.authenticate({ credential: 'token', secret }), failing('not-signed-in'));
});

test('a token cannot expire in the past, later than in two years, or on a day that the calendar lacks', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.member('Rider'));
  const create = (expiresAt: string) =>
    auth.client.createToken({ principal, name: 'a', scopes: ['read'], expiresAt });
  const now = Date.parse((await auth.client.account({ principal })).createdAt);
  const twoYears = 2 * 365 * day;
  for (const expiresAt of [now - 1, now, now + twoYears + 1].map((at) => new Date(at).toISOString())) {
    await assert.rejects(create(expiresAt), failing('expiry-not-valid'), expiresAt);
  }
  await assert.rejects(create('2031-02-30T00:00:00.000Z'), failing('expiry-not-valid'));
  await assert.rejects(create('2031-13-01T00:00:00.000Z'), failing('expiry-not-valid'));
  await create(new Date(now + 1).toISOString());
  await create(new Date(now + twoYears).toISOString());
});

test('that a token was used is written down at most once an hour', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.member('Rider'));
  const { secret } = await auth.client.createToken({
    principal,
    name: 'a',
    scopes: ['read'],
    expiresAt: null,
  });
  const lastUse = async () => {
    const calls = Array.from({ length: 5 }, () => auth.client.authenticate({ credential: 'token', secret }));
    await Promise.all(calls);
    return (await auth.client.tokens({ principal, ...wholeList })).items[0]?.lastUsedAt;
  };
  const first = await lastUse();
  assert.notEqual(first, null);
  auth.clock.forward(hour - minute);
  assert.equal(await lastUse(), first);
  auth.clock.forward(minute);
  assert.equal(await lastUse(), new Date(Date.parse(first!) + hour).toISOString());
});

test('the list holds one’s own tokens, page by page, without their secrets', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.member('Rider'));
  const other = principalOf(await auth.member('Other'));
  const made = [];
  for (const name of ['one', 'two', 'three']) {
    made.push((await auth.client.createToken({ principal, name, scopes: ['read'], expiresAt: null })).token);
    await auth.client.createToken({ principal: other, name, scopes: ['read'], expiresAt: null });
    auth.clock.forward(1);
  }
  const page = await auth.client.tokens({ principal, limit: 2, after: null });
  const rest = await auth.client.tokens({ principal, limit: 2, after: page.next });
  assert.deepEqual([...page.items, ...rest.items], made);
  assert.equal(rest.next, null);
});

test('a token that is revoked is invalid at once', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.member('Rider'));
  const { token, secret } = await auth.client.createToken({
    principal,
    name: 'a',
    scopes: ['read'],
    expiresAt: null,
  });
  await auth.client.revokeToken({ principal, token: token.id });
  await assert.rejects(auth.client.authenticate({ credential: 'token', secret }), failing('not-signed-in'));
});

test('somebody else’s token is like one that is not there, for administrators too', async () => {
  await using auth = await openAuth();
  const owner = principalOf(await auth.member('Owner'));
  const { token, secret } = await auth.client.createToken({
    principal: owner,
    name: 'a',
    scopes: ['read'],
    expiresAt: null,
  });
  const answers: unknown[] = [];
  for (const principal of [
    principalOf(await auth.member('Other')),
    principalOf(await auth.administrator()),
  ]) {
    for (const id of [token.id, newId()]) {
      const error = await auth.client.revokeToken({ principal, token: id }).catch((error) => error);
      assert.ok(failing('token-not-found')(error));
      answers.push(error.details);
    }
  }
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  await auth.client.authenticate({ credential: 'token', secret });
});
