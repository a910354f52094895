import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '@piaffe/storage';
import type { Principal } from './contract.ts';
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

/** Everything that only administrators may do. */
function asAdministrator({ client }: Auth, principal: Principal, someone: string) {
  return {
    accounts: () => client.accounts({ principal, ...wholeList }),
    setSuspended: () => client.setSuspended({ principal, account: someone, suspended: true }),
    createResetLink: () => client.createResetLink({ principal, account: someone }),
    invite: () => client.invite({ principal, role: 'administrator', note: '' }),
    invitations: () => client.invitations({ principal, ...wholeList }),
    withdrawInvitation: () => client.withdrawInvitation({ principal, invitation: newId() }),
  };
}

test('a rider can do nothing that is for administrators, not even by claiming to be one', async () => {
  await using auth = await openAuth();
  const rider = await auth.member('Rider');
  const someone = await auth.member('Someone');
  for (const role of ['rider', 'administrator'] as const) {
    const principal = { account: rider.account.id, role };
    for (const [name, attempt] of Object.entries(asAdministrator(auth, principal, someone.account.id))) {
      await assert.rejects(attempt(), failing('not-allowed'), name);
    }
  }
});

test('an administrator who has been suspended, or whom nobody knows, can do nothing any more', async () => {
  await using auth = await openAuth();
  const suspended = await auth.member('Second', 'administrator');
  const someone = await auth.member('Someone');
  const principal = principalOf(await auth.administrator());
  await auth.client.setSuspended({ principal, account: suspended.account.id, suspended: true });
  for (const account of [suspended.account.id, newId()]) {
    const claimed = { account, role: 'administrator' } as const;
    for (const [name, attempt] of Object.entries(asAdministrator(auth, claimed, someone.account.id))) {
      await assert.rejects(attempt(), failing('not-allowed'), name);
    }
  }
});

test('somebody who has been suspended can do nothing with an account of their own', async () => {
  await using auth = await openAuth();
  const { account, secret } = await auth.member('Rider');
  const principal = { account: account.id, role: 'rider' } as const;
  const administrator = principalOf(await auth.administrator());
  await auth.client.setSuspended({ principal: administrator, account: account.id, suspended: true });
  const { client } = auth;
  const token = { principal, name: 'notebook', scopes: ['read' as const], expiresAt: null };
  for (const attempt of [
    () => client.account({ principal }),
    () => client.changeName({ principal, name: 'Another' }),
    () => client.changePassword({ principal, secret, current: password, password: `${password}!`, from }),
    () => client.createToken(token),
    () => client.tokens({ principal, ...wholeList }),
    () => client.changePreferences({ principal, changes: { units: 'imperial' } }),
    () => client.signIns({ principal, secret, ...wholeList }),
    () => client.endSignIn({ principal, signIn: newId() }),
    () => client.deleteAccount({ principal, password, check: false, from }),
    () => client.revokeToken({ principal, token: newId() }),
  ]) {
    await assert.rejects(attempt(), failing('not-signed-in'));
  }
});

test('the list of accounts is in the order they came to be, page by page, each of them once', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  for (const name of ['Zoe', 'Abe', 'Mia', 'Tom']) await auth.member(name);
  const names: string[] = [];
  let after: string | null = null;
  do {
    const { items, next }: Awaited<ReturnType<typeof auth.client.accounts>> = await auth.client.accounts({
      principal,
      limit: 2,
      after,
    });
    assert.ok(items.length <= 2);
    names.push(...items.map(({ name }) => name));
    after = next;
    auth.clock.forward(1);
  } while (after !== null);
  assert.deepEqual(names.toSorted(), ['Abe', 'Mia', 'Tom', 'Zoe', 'administrator']);
});

test('where no page ended there is no next one, in any list', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  for (const after of ['', '~', '2030-05-04T03:02:01.000Z~', "'; drop table auth_accounts; --"]) {
    for (const list of [auth.client.accounts, auth.client.invitations, auth.client.tokens]) {
      await assert.rejects(list({ principal, limit: 2, after }), failing('after-not-valid'));
    }
  }
});

test('suspending an account ends its sign-ins and stops its tokens at once; letting it back in revives its tokens', async () => {
  await using auth = await openAuth();
  const { account, secret } = await auth.member('Rider');
  const own = { account: account.id, role: 'rider' } as const;
  const token = await auth.client.createToken({
    principal: own,
    name: 'app',
    scopes: ['read'],
    expiresAt: null,
  });
  const principal = principalOf(await auth.administrator());
  const suspend = (suspended: boolean) =>
    auth.client.setSuspended({ principal, account: account.id, suspended });
  const bySignIn = () => auth.client.authenticate({ credential: 'sign-in', secret });
  const byToken = () => auth.client.authenticate({ credential: 'token', secret: token.secret });
  await bySignIn();
  await byToken();

  assert.equal((await suspend(true)).suspended, true);
  await assert.rejects(bySignIn(), failing('not-signed-in'));
  await assert.rejects(byToken(), failing('not-signed-in'));
  assert.deepEqual(await suspend(true), { ...account, suspended: true });

  assert.deepEqual(await suspend(false), account);
  await byToken();
  await assert.rejects(bySignIn(), failing('not-signed-in'));
  await auth.client.signIn({ name: 'Rider', password, from });
});

test('a suspended administrator leaves no back door: invitations and reset links made before are invalid', async () => {
  await using auth = await openAuth();
  const someone = await auth.member('Someone');
  const second = principalOf(await auth.member('Second', 'administrator'));
  const principal = principalOf(await auth.administrator());
  const invitation = await auth.client.invite({ principal: second, role: 'administrator', note: '' });
  const reset = await auth.client.createResetLink({ principal: second, account: someone.account.id });
  const ownReset = await auth.client.createResetLink({ principal, account: second.account });
  await auth.client.setSuspended({ principal, account: second.account, suspended: true });
  const accept = { secret: invitation.secret, name: 'Third', password, from };
  await assert.rejects(auth.client.acceptInvitation(accept), failing('link-not-valid'));
  for (const { secret } of [reset, ownReset]) {
    await assert.rejects(auth.client.resetPassword({ secret, password, from }), failing('link-not-valid'));
  }
});

test('the last administrator cannot be suspended, by nobody and not by two at once', async () => {
  await using auth = await openAuth();
  const first = principalOf(await auth.administrator());
  await auth.member('Rider');
  const suspend = (by: Principal, account: string) =>
    auth.client.setSuspended({ principal: by, account, suspended: true });
  await assert.rejects(suspend(first, first.account), failing('last-administrator'));

  const second = principalOf(await auth.member('Second', 'administrator'));
  const themselves = await outcomes([suspend(first, first.account), suspend(second, second.account)]);
  assert.deepEqual(themselves.codes, ['last-administrator']);

  await auth.client.setSuspended({ principal: second, account: first.account, suspended: false });
  const eachOther = await outcomes([suspend(first, second.account), suspend(second, first.account)]);
  assert.deepEqual(eachOther.codes, ['not-allowed']);
});

test('an account that is not there is not found', async () => {
  await using auth = await openAuth();
  const principal = principalOf(await auth.administrator());
  const account = newId();
  const suspending = auth.client.setSuspended({ principal, account, suspended: true });
  await assert.rejects(suspending, failing('account-not-found'));
  await assert.rejects(auth.client.createResetLink({ principal, account }), failing('account-not-found'));
});

test('somebody says how they want the pages, one thing at a time, and takes it back', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = { account: account.id, role: 'rider' } as const;
  const change = (changes: Parameters<typeof auth.client.changePreferences>[0]['changes']) =>
    auth.client.changePreferences({ principal, changes });
  assert.deepEqual([account.language, account.units], [null, null]);
  await change({ language: 'fr' });
  assert.deepEqual(await change({ units: 'imperial' }), { ...account, language: 'fr', units: 'imperial' });
  assert.deepEqual(await change({ language: null }), { ...account, units: 'imperial' });
  assert.deepEqual(await change({}), await auth.client.account({ principal }));
});

test('somebody changes the name they sign in with, and is still the same', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = { account: account.id, role: 'rider' } as const;
  const changed = await auth.client.changeName({ principal, name: '  Theodora   Grün ' });
  assert.deepEqual(changed, { ...account, name: 'Theodora Grün' });
  assert.deepEqual(await auth.client.account({ principal }), changed);
  assert.equal((await auth.client.signIn({ name: 'theodora grün', password, from })).account.id, account.id);
  await assert.rejects(auth.client.signIn({ name: 'Rider', password, from }), failing('credentials-wrong'));
  assert.equal((await auth.client.changeName({ principal, name: 'THEODORA GRÜN' })).name, 'THEODORA GRÜN');
});

test('a name is taken by whoever has it, however it is spelled', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = { account: account.id, role: 'rider' } as const;
  await auth.member('Weiß');
  for (const name of ['Weiß', 'WEISS', 'weiss', ' Weiß', 'Ｗeiß', 'Administrator', 'ADMINISTRATOR\u3000']) {
    await assert.rejects(auth.client.changeName({ principal, name }), failing('name-taken'), name);
  }
  const members: Principal[] = [];
  for (const name of ['One', 'Two', 'Three']) members.push(principalOf(await auth.member(name)));
  const spellings = ['Theodora', 'theodora', 'THEODORA'];
  const taken = await outcomes(
    spellings.map((name, at) => auth.client.changeName({ principal: members[at]!, name })),
  );
  assert.deepEqual(taken.codes, ['name-taken', 'name-taken']);
});

test('a name of signs that cannot be seen is refused', async () => {
  await using auth = await openAuth();
  const { account } = await auth.member('Rider');
  const principal = { account: account.id, role: 'rider' } as const;
  for (const name of [
    'admin\u200bistrator',
    'Ri\u00adder',
    '\u202eredir',
    'Ri\u0000der',
    'Rider\ud83d',
    '   ',
    ' a ',
    '\ufdfa'.repeat(5),
  ]) {
    await assert.rejects(auth.client.changeName({ principal, name }), failing('name-not-valid'), name);
  }
});
