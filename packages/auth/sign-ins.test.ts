import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failing, from, openAuth, password, principalOf } from './testing/auth.fixture.ts';
import { day, hour } from './times.ts';

test('somebody sees where they are signed in, the last used first, page by page, and which of them asks', async () => {
  await using auth = await openAuth();
  const first = await auth.member('Rider');
  const principal = principalOf(first);
  auth.clock.forward(hour);
  const second = await auth.client.signIn({ name: 'Rider', password, from });
  auth.clock.forward(hour);
  await auth.client.authenticate({ credential: 'sign-in', secret: first.secret });
  await auth.administrator();

  const ask = (after: string | null, limit = 1) =>
    auth.client.signIns({ principal, secret: second.secret, limit, after });
  const page = await ask(null);
  const rest = await ask(page.next);
  assert.equal(rest.next, null);
  assert.deepEqual([...page.items, ...rest.items], (await ask(null, 50)).items);
  const [used, asking] = [page.items[0]!, rest.items[0]!];
  assert.deepEqual(
    [used, asking].map(({ current, createdAt, lastUsedAt }) => ({ current, createdAt, lastUsedAt })),
    [
      { current: false, createdAt: '2030-05-04T03:02:01.000Z', lastUsedAt: '2030-05-04T05:02:01.000Z' },
      { current: true, createdAt: '2030-05-04T04:02:01.000Z', lastUsedAt: '2030-05-04T04:02:01.000Z' },
    ],
  );
  assert.equal(asking.expiresAt, second.expiresAt);
  await assert.rejects(ask('2030'), failing('after-not-valid'));
});

test('what they are known by is no part of what one signs in with', async () => {
  await using auth = await openAuth();
  const signedIn = await auth.member('Rider');
  const list = { principal: principalOf(signedIn), secret: null, limit: 50, after: null };
  const { items } = await auth.client.signIns(list);
  assert.deepEqual(Object.keys(items[0]!).sort(), ['createdAt', 'current', 'expiresAt', 'id', 'lastUsedAt']);
  const asSecret = auth.client.authenticate({ credential: 'sign-in', secret: items[0]!.id });
  await assert.rejects(asSecret, failing('not-signed-in'));
});

test('somebody ends one of their sign-ins, and those of others are as if they were not there', async () => {
  await using auth = await openAuth();
  const lost = await auth.member('Rider');
  auth.clock.forward(hour);
  const kept = await auth.client.signIn({ name: 'Rider', password, from });
  const principal = principalOf(kept);
  const list = { principal, secret: kept.secret, limit: 50, after: null };
  const { items } = await auth.client.signIns(list);
  const signIn = items.find(({ current }) => !current)!.id;

  const other = principalOf(await auth.member('Other', 'administrator'));
  await assert.rejects(auth.client.endSignIn({ principal: other, signIn }), failing('sign-in-not-found'));
  await auth.client.endSignIn({ principal, signIn });
  await assert.rejects(auth.client.endSignIn({ principal, signIn }), failing('sign-in-not-found'));
  const authenticate = (secret: string) => auth.client.authenticate({ credential: 'sign-in', secret });
  await assert.rejects(authenticate(lost.secret), failing('not-signed-in'));
  await authenticate(kept.secret);
  assert.equal((await auth.client.signIns(list)).items.length, 1);
});

test('a sign-in that has ended by itself is not shown', async () => {
  await using auth = await openAuth();
  await auth.member('Rider');
  auth.clock.forward(30 * day);
  const { account } = await auth.client.signIn({ name: 'Rider', password, from });
  const list = { principal: principalOf({ account }), secret: null, limit: 50, after: null };
  assert.equal((await auth.client.signIns(list)).items.length, 1);
});
