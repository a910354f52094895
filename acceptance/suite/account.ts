import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programOf, signIn } from '../support/api.fixture.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

interface Account {
  readonly name: string;
  readonly language: string | null;
  readonly units: string | null;
}

export const account: Suite = (tested) => {
  test('an account is changed: its name, its language, its units', async () => {
    const { guest } = await tested();
    const { browser, name, credentials } = await guest();
    const renamed = `${name} renamed`;
    const changed = await browser.send('PATCH', '/account', {
      name: renamed,
      language: 'fr',
      units: 'imperial',
    });
    assert.equal(changed.status, 200);
    const now = await browser.json<Account>('/account');
    assert.deepEqual([now.name, now.language, now.units], [renamed, 'fr', 'imperial']);
    const answer = await browser.send('PATCH', '/account', { language: 'klingon' });
    const { errors } = await refused(answer, 400, 'input-not-valid');
    assert.deepEqual([errors?.[0]?.in, errors?.[0]?.field], ['body', 'language']);
    assert.ok(credentials.cookie.length > 0);
  });

  test('a new password ends the other sign-ins, and the old one is worth nothing', async () => {
    const { url, guest } = await tested();
    const { browser, program, name, password } = await guest();
    const elsewhere = { headers: await signIn(url, '/sign-in', { name, password }) };
    const next = `${password} and more`;
    const changed = await browser.send('PUT', '/account/password', { current: password, password: next });
    assert.equal(changed.status, 204);
    await refused(await fetch(`${url}/api/v1/account`, elsewhere), 401, 'not-signed-in');
    await refused(await browser.send('POST', '/sign-in', { name, password }), 401, 'credentials-wrong');
    await signIn(url, '/sign-in', { name, password: next });
    // Programs go on.
    await program.json('/horses');
  });

  test('a token may what it was made for, until it is revoked', async () => {
    const { url, guest } = await tested();
    const { browser, credentials } = await guest();
    const reader = await programOf(url, credentials, ['read']);
    assert.deepEqual(await reader.all('/horses'), []);
    const horse = { name: 'Luna', timeZone: 'Europe/Berlin' };
    await refused(await reader.send('POST', '/horses', horse), 403, 'scope-missing');
    await refused(await reader.fetch('/account'), 403, 'token-not-allowed');
    const tokens = await browser.all<{ id: string; scopes: readonly string[] }>('/tokens');
    const { id } = tokens.find(({ scopes }) => scopes.join() === 'read')!;
    const revoked = await browser.fetch(`/tokens/${id}`, { method: 'DELETE' });
    assert.equal(revoked.status, 204);
    await refused(await reader.fetch('/horses'), 401, 'not-signed-in');
  });

  test('whoever leaves takes everything along', async () => {
    const { url, guest, administrator } = await tested();
    const { browser, program, name, password } = await guest();
    await program.addHorse('Luna');
    const left = await browser.send('DELETE', '/account', { password });
    assert.equal(left.status, 204, await left.text());
    await refused(await program.fetch('/horses'), 401, 'not-signed-in');
    const again = await fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ name, password }),
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    });
    await refused(again, 401, 'credentials-wrong');
    const accounts = await administrator.all<Account>('/accounts');
    assert.ok(!accounts.some((each) => each.name === name));
  });
};
