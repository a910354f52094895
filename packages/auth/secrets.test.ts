import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { authContract, type Principal } from './contract.ts';
import { newSecret, newTokenSecret } from './secrets.ts';
import { type Auth, from, openAuth, password } from './testing/auth.fixture.ts';

/** One step of a random life: what is asked, and which of what is known by then it is asked with. */
interface Step {
  readonly operation: number;
  readonly who: number;
  readonly which: number;
}

/** What somebody who tries everything has got hold of, of any kind, and uses in any place. */
interface Loot {
  readonly principals: Principal[];
  readonly secrets: string[];
  readonly ids: string[];
}

const passwords = [password, 'Seven quiet mules?', 'aaaaaaaaaaaa', 'Eleven loud geese?'];
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!;

function everyOperation({ client }: Auth, loot: Loot, { who, which }: Step): (() => Promise<object>)[] {
  const principal = pick(loot.principals, who);
  // Mostly the latest: they have not been used up yet.
  const secret = pick(loot.secrets.slice(-3), which);
  const id = pick(loot.ids.slice(-3), which);
  const chosen = pick(passwords, which);
  const name = `Member ${which % 5}`;
  const list = { principal, limit: 200, after: null };
  return [
    () => client.isEmpty({}),
    () => client.createSignInLink({}),
    () => client.signInWithLink({ secret, from }),
    () => client.signIn({ name, password: chosen, from: `${from} ${which}` }),
    () => client.signIn({ name: secret, password: secret, from: `${from} ${which}` }),
    () => client.signOut({ secret }),
    () => client.authenticate({ credential: pick(['sign-in', 'token'] as const, who), secret }),
    () => client.account({ principal }),
    () => client.changeName({ principal, name }),
    () =>
      client.changePassword({
        principal,
        secret,
        current: pick([null, ...passwords], who),
        password: chosen,
        from,
      }),
    () => client.accounts(list),
    () => client.setSuspended({ principal, account: id, suspended: which % 2 === 0 }),
    () => client.createResetLink({ principal, account: id }),
    () => client.resetPassword({ secret, password: chosen, from }),
    () =>
      client.invite({ principal, role: pick(['rider', 'administrator'] as const, which), note: 'welcome' }),
    () => client.invitations(list),
    () => client.withdrawInvitation({ principal, invitation: id }),
    () => client.acceptInvitation({ secret, name, password: chosen, from }),
    () => client.createToken({ principal, name: 'app', scopes: ['read'], expiresAt: null }),
    () => client.tokens(list),
    () => client.revokeToken({ principal, token: id }),
    () => client.changePreferences({ principal, changes: { language: 'de' } }),
    () => client.signIns({ ...list, secret }),
    () => client.endSignIn({ principal, signIn: id }),
    () => client.deleteAccount({ principal, password: chosen, check: which % 3 > 0, from }),
    () => client.firstAdministrator({}),
  ];
}

/** Every operation of the contract, as it is meant to be used, each with success. */
async function asMeant({ client }: Auth, note: (output: object) => void): Promise<readonly string[]> {
  const done = new Set<string>();
  const noting = Object.entries(client).map(([name, operation]) => [
    name,
    async (input: never) => {
      const output = await operation(input);
      done.add(name);
      note(output);
      return output;
    },
  ]);
  const noted = Object.fromEntries(noting) as typeof client;
  await noted.isEmpty({});
  const { secret, account } = await noted.signInWithLink({
    secret: (await noted.createSignInLink({})).secret,
    from,
  });
  const principal: Principal = { account: account.id, role: account.role };
  const list = { principal, limit: 200, after: null };
  await noted.changeName({ principal, name: 'Owner' });
  await noted.changePassword({ principal, secret, current: null, password, from });
  await noted.signIn({ name: 'Owner', password, from });
  const invited = await noted.invite({ principal, role: 'rider', note: 'welcome' });
  const withdrawn = await noted.invite({ principal, role: 'rider', note: 'welcome' });
  await noted.invitations(list);
  await noted.withdrawInvitation({ principal, invitation: withdrawn.invitation.id });
  const accept = { secret: invited.secret, name: 'Member 0', password, from };
  const member = (await noted.acceptInvitation(accept)).account.id;
  await noted.resetPassword({
    secret: (await noted.createResetLink({ principal, account: member })).secret,
    password: passwords[1]!,
    from,
  });
  await noted.setSuspended({ principal, account: member, suspended: true });
  await noted.accounts(list);
  const made = await noted.createToken({ principal, name: 'app', scopes: ['read'], expiresAt: null });
  await noted.authenticate({ credential: 'token', secret: made.secret });
  await noted.tokens(list);
  await noted.revokeToken({ principal, token: made.token.id });
  await noted.account({ principal });
  await noted.changePreferences({ principal, changes: { language: 'fr', units: 'imperial' } });
  await noted.firstAdministrator({});
  await noted.signOut({ secret });
  const latest = (await noted.signIns({ ...list, secret: null })).items[0]!;
  await noted.endSignIn({ principal, signIn: latest.id });
  await noted
    .deleteAccount({ principal, password, check: true, from })
    .catch(() => done.add('deleteAccount'));
  return [...done];
}

/** Remembers what an output gives out, and returns the text of all the rest of it. */
function loosen(output: object, loot: Loot): string {
  const { secret, ...rest } = output as {
    secret?: string;
    account?: { id: string; role: Principal['role'] };
  };
  if (secret !== undefined) {
    assert.ok(!loot.secrets.includes(secret), 'a secret was given out twice');
    loot.secrets.push(secret);
  }
  if (rest.account !== undefined) {
    loot.principals.push({ account: rest.account.id, role: rest.account.role });
  }
  const text = JSON.stringify(rest);
  loot.ids.push(...(text.match(/(?<=")[a-z2-7]{26}(?=")/g) ?? []));
  return text;
}

async function bytesBelow(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  assert.ok(
    files.some((file) => file.endsWith('-wal')),
    'the write-ahead log is among them',
  );
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
}

const step = fc.record({ operation: fc.nat(25), who: fc.nat(9), which: fc.nat(99) });

test('whatever is asked in whatever order, a secret is given out once, and is nowhere else: in no answer, error, log or file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      await using auth = await openAuth();
      const loot: Loot = { principals: [], secrets: [], ids: [] };
      const said: string[] = [];
      const done = await asMeant(auth, (output) => said.push(loosen(output, loot)));
      assert.deepEqual(done.toSorted(), Object.keys(authContract.operations).toSorted());
      for (const each of steps) {
        try {
          said.push(loosen(await pick(everyOperation(auth, loot, each), each.operation)(), loot));
        } catch (error) {
          assert.ok(error instanceof Error && error.name === 'Failure', `${error}`);
          said.push(`${error.stack} ${JSON.stringify(error)}`);
        }
      }
      const files = await bytesBelow(auth.store.folder);
      const texts = [...said, ...auth.logged].join('\n');
      for (const secret of [...loot.secrets, ...passwords]) {
        assert.ok(!texts.includes(secret), 'a secret is in an answer, an error or a line of the log');
        const random = Buffer.from(secret, 'base64url');
        for (const form of [secret, random, random.toString('hex')]) {
          assert.ok(!files.includes(form), 'a secret is in a file');
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('no two secrets are alike', async () => {
  const made = Array.from({ length: 1000 }, () => [newSecret(), newTokenSecret()]).flat();
  assert.equal(new Set(made).size, made.length);
  assert.ok(made.every((secret) => /^([\w-]{43}|piaffe_[a-z2-7]{52})$/.test(secret)));
});
