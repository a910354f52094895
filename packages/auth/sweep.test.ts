import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { AuthTables } from './tables.ts';
import { type Auth, openAuth, principalOf } from './testing/auth.fixture.ts';
import { day, hour } from './times.ts';

const tables = ['auth_sign_ins', 'auth_links', 'auth_invitations', 'auth_tokens'] as const;

async function counts({ store }: Auth): Promise<number[]> {
  const database = store.database.as<AuthTables>();
  const rows = tables.map((table) => database.selectFrom(table).selectAll().execute());
  return (await Promise.all(rows)).map((found) => found.length);
}

/** One of each that ends within thirty days, and a token that does not. */
async function fill(auth: Auth): Promise<void> {
  const { account } = await auth.administrator();
  const principal = principalOf({ account });
  await auth.client.createResetLink({ principal, account: account.id });
  await auth.client.invite({ principal, role: 'rider', note: '' });
  const expiresAt = new Date(Date.parse(account.createdAt) + day).toISOString();
  await auth.client.createToken({ principal, name: 'a', scopes: ['read'], expiresAt });
  await auth.client.createToken({ principal, name: 'b', scopes: ['read'], expiresAt: null });
}

test('what has expired is swept every hour; an expired token stays in its owner’s list for thirty days', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  for (const [passed, left] of [
    [day - 1, [1, 1, 1, 2]],
    [day, [1, 0, 1, 2]],
    [7 * day, [1, 0, 0, 2]],
    [30 * day, [0, 0, 0, 2]],
    [31 * day, [0, 0, 0, 1]],
  ] as const) {
    await using auth = await openAuth();
    await fill(auth);
    auth.clock.forward(passed);
    assert.deepEqual(await counts(auth), [1, 1, 1, 2]);
    t.mock.timers.tick(hour);
    await auth.end();
    assert.deepEqual(await counts(auth), left, `after ${passed / day} days`);
  }
});

test('what expired while nothing was running is swept at the start', async () => {
  await using auth = await openAuth();
  await fill(auth);
  auth.clock.forward(61 * day);
  auth.restarted();
  await auth.end();
  assert.deepEqual(await counts(auth), [0, 0, 0, 1]);
});

test('once auth has ended nothing is swept any more', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  await using auth = await openAuth();
  await fill(auth);
  await auth.end();
  auth.clock.forward(61 * day);
  t.mock.timers.tick(hour);
  await auth.end();
  assert.deepEqual(await counts(auth), [1, 1, 1, 2]);
});

test('a sweep that fails is told in the log, and the next one is made', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  await using auth = await openAuth();
  await fill(auth);
  auth.clock.forward(61 * day);
  const database = auth.store.database.as<unknown>();
  await sql`pragma query_only = on`.execute(database);
  t.mock.timers.tick(hour);
  await new Promise((resolve) => setImmediate(resolve));
  await sql`pragma query_only = off`.execute(database);
  assert.equal(auth.logged.filter((line) => line.includes('could not be swept')).length, 1);
  t.mock.timers.tick(hour);
  await auth.end();
  assert.deepEqual(await counts(auth), [0, 0, 0, 1]);
});

test('the sweep keeps no process alive', async () => {
  const fixture = new URL('./testing/auth.fixture.ts', import.meta.url).href;
  const program = `import { openAuth } from '${fixture}'; await openAuth(); console.log('open');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  assert.equal(stdout, 'open\n');
});
