import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failing, from, openAuth, outcomes, password, principalOf } from './testing/auth.fixture.ts';
import { day } from './times.ts';

test('whoever is invited gets an account of that role, with a password, and is signed in', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  for (const role of ['rider', 'administrator'] as const) {
    const { secret } = await auth.client.invite({ principal, role, note: 'for the stable next door' });
    const signedIn = await auth.client.acceptInvitation({ secret, name: `New ${role}`, password, from });
    const { account } = signedIn;
    assert.deepEqual([account.name, account.role, account.hasPassword], [`New ${role}`, role, true]);
    const known = await auth.client.authenticate({ credential: 'sign-in', secret: signedIn.secret });
    assert.deepEqual(known.principal, { account: account.id, role });
  }
});

test('an invitation accepted by twenty at once makes one account', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const { secret } = await auth.client.invite({ principal, role: 'rider', note: '' });
  const accepting = Array.from({ length: 20 }, (_, at) =>
    auth.client.acceptInvitation({ secret, name: `Guest ${at}`, password, from }),
  );
  const { values, codes } = await outcomes(accepting);
  assert.equal(values.length, 1);
  assert.deepEqual(new Set(codes), new Set(['busy', 'link-not-valid']));
  const { items } = await auth.client.accounts({ principal, limit: 200, after: null });
  assert.deepEqual(items.length, 2);
  const late = auth.client.acceptInvitation({ secret, name: 'Late', password, from });
  await assert.rejects(late, failing('link-not-valid'));
});

test('one name wanted by several invited at once goes to one, and the others keep their invitations', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const secrets: string[] = [];
  for (let times = 0; times < 5; times++) {
    secrets.push((await auth.client.invite({ principal, role: 'rider', note: '' })).secret);
  }
  const accept = (secret: string, name: string) =>
    auth.client.acceptInvitation({ secret, name, password, from });
  const { codes } = await outcomes(secrets.map((secret) => accept(secret, 'Theodora')));
  assert.deepEqual(codes, Array(4).fill('name-taken'));
  assert.equal((await auth.client.invitations({ principal, limit: 200, after: null })).items.length, 4);
  const others = await outcomes(secrets.map((secret, at) => accept(secret, `Theodora ${at}`)));
  assert.equal(others.values.length, 4);
});

test('an invitation is valid for seven days', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const inTime = await auth.client.invite({ principal, role: 'rider', note: '' });
  const late = await auth.client.invite({ principal, role: 'rider', note: '' });
  auth.clock.forward(7 * day - 1);
  await auth.client.acceptInvitation({ secret: inTime.secret, name: 'In time', password, from });
  auth.clock.forward(1);
  const accepting = auth.client.acceptInvitation({ secret: late.secret, name: 'Late', password, from });
  await assert.rejects(accepting, failing('link-not-valid'));
  assert.deepEqual((await auth.client.invitations({ principal, limit: 200, after: null })).items, []);
});

test('a weak password or a name that is taken leaves the invitation as it was', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const { secret } = await auth.client.invite({ principal, role: 'rider', note: '' });
  const accept = (name: string, chosen: string) =>
    auth.client.acceptInvitation({ secret, name, password: chosen, from });
  await assert.rejects(accept('Theodora', 'Theodora-2019'), failing('password-too-weak'));
  await assert.rejects(accept('ADMINISTRATOR', password), failing('name-taken'));
  await assert.rejects(accept('The\u200bodora', password), failing('name-not-valid'));
  await accept('Theodora', password);
});

test('an invitation that is withdrawn is invalid, and is not there to be withdrawn again', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const { invitation, secret } = await auth.client.invite({ principal, role: 'rider', note: '' });
  const withdraw = () => auth.client.withdrawInvitation({ principal, invitation: invitation.id });
  await withdraw();
  const accepting = auth.client.acceptInvitation({ secret, name: 'Late', password, from });
  await assert.rejects(accepting, failing('link-not-valid'));
  await assert.rejects(withdraw(), failing('invitation-not-found'));
});

test('administrators see all open invitations, page by page, without their secrets', async () => {
  await using auth = await openAuth();
  const first = principalOf(await auth.administrator());
  const second = principalOf(await auth.member('Second', 'administrator'));
  const made = [];
  for (const principal of [first, second, first]) {
    made.push((await auth.client.invite({ principal, role: 'rider', note: 'for a friend' })).invitation);
    auth.clock.forward(1);
  }
  const page = await auth.client.invitations({ principal: second, limit: 2, after: null });
  const rest = await auth.client.invitations({ principal: second, limit: 2, after: page.next });
  assert.deepEqual([...page.items, ...rest.items], made);
  assert.equal(rest.next, null);
});
