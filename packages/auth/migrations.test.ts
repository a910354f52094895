import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bind } from '@piaffe/kernel';
import { newId, openStore } from '@piaffe/storage';
import { authContract } from './contract.ts';
import { authModule, migrations } from './create.ts';
import { newSecret, sha256 } from './secrets.ts';

const log = { info() {}, warn() {}, error() {} };

test('whoever was signed in before their sign-ins had names stays so, and each has one of its own', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-auth-'));
  t.after(() => rm(folder, { recursive: true }));
  const account = newId();
  const secrets = [newSecret(), newSecret()];
  const at = '2030-05-04T03:02:01.000Z';
  {
    await using store = await openStore(folder, { migrations: { auth: migrations.slice(0, 1) } });
    const database = store.database.as<Record<string, Record<string, unknown>>>();
    const owner = { id: account, name: 'Owner', name_key: 'owner', role: 'administrator' };
    await database
      .insertInto('auth_accounts')
      .values({ ...owner, created_at: at, suspended: 0, password_hash: null })
      .execute();
    for (const secret of secrets) {
      const ends = '2030-06-03T03:02:01.000Z';
      const row = { account, created_at: at, last_used_at: at, expires_at: ends };
      await database
        .insertInto('auth_sign_ins')
        .values({ ...row, secret_sha256: sha256(secret) })
        .execute();
    }
  }
  await using store = await openStore(folder, { migrations: { auth: migrations } });
  const now = () => new Date(at);
  await using implementation = authModule.create({ database: store.database, now, log }, {}) as ReturnType<
    typeof authModule.create
  > &
    AsyncDisposable;
  const auth = bind(authContract, implementation);
  const { principal } = await auth.authenticate({ credential: 'sign-in', secret: secrets[0]! });
  assert.deepEqual(principal, { account, role: 'administrator' });
  const { items } = await auth.signIns({ principal, secret: secrets[0]!, limit: 50, after: null });
  assert.equal(new Set(items.map(({ id }) => id)).size, 2);
  assert.deepEqual(items.map(({ current }) => current).sort(), [false, true]);
  assert.deepEqual(await auth.isEmpty({}), { empty: false });
  const { language, units } = await auth.account({ principal });
  assert.deepEqual([language, units], [null, null]);
});
