import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openAuth, principalOf } from './testing/auth.fixture.ts';
import { day } from './times.ts';

test('where nothing can be written people are known all the same, and the log says why their use is not noted', async () => {
  await using auth = await openAuth();
  const { account, secret } = await auth.administrator();
  const principal = principalOf({ account });
  const token = await auth.client.createToken({ principal, name: 'a', scopes: ['read'], expiresAt: null });
  auth.clock.forward(day);
  const database = auth.store.database.as<unknown>();
  await sql`pragma query_only = on`.execute(database);
  const known = [
    await auth.client.authenticate({ credential: 'sign-in', secret }),
    await auth.client.authenticate({ credential: 'token', secret: token.secret }),
  ];
  await sql`pragma query_only = off`.execute(database);
  assert.deepEqual(
    known.map((each) => each.principal),
    [principal, principal],
  );
  assert.equal(auth.logged.filter((line) => line.includes('could not be written down')).length, 2);
});

test('the read behind authenticate goes by indexes', async () => {
  await using auth = await openAuth();
  const database = auth.store.database.as<unknown>();
  for (const table of ['auth_sign_ins', 'auth_tokens']) {
    const { rows } = await sql<{ detail: string }>`explain query plan
      select * from ${sql.table(table)} as credential join auth_accounts on auth_accounts.id = credential.account
      where secret_sha256 = ''`.execute(database);
    for (const { detail } of rows) assert.match(detail, /^SEARCH .* USING .*INDEX/);
  }
});
