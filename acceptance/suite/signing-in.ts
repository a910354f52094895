import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiAs, signIn } from '../support/api.fixture.ts';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

const shownAs = async (browser: ReturnType<typeof apiAs>) =>
  (await browser.json<{ account: { name: string } | null }>('/sign-in')).account?.name ?? null;

export const signingIn: Suite = (tested) => {
  test('who was invited signs in by name and password, and out again', async () => {
    const { url, guest } = await tested();
    const { name, password } = await guest();
    const credentials = await signIn(url, '/sign-in', { name, password });
    const browser = apiAs(url, credentials);
    assert.equal(await shownAs(browser), name);
    const out = await browser.fetch('/sign-out', { method: 'POST' });
    assert.equal(out.status, 204);
    assert.equal(await shownAs(browser), null);
    await refused(await browser.fetch('/account'), 401, 'not-signed-in');
  });

  test('the cookie of a sign-in is for the server alone', async () => {
    const { url, guest } = await tested();
    const { name, password, browser } = await guest();
    const answer = await browser.send('POST', '/sign-in', { name, password });
    const [cookie] = answer.headers.getSetCookie();
    assert.match(cookie ?? '', /; HttpOnly/i);
    assert.match(cookie ?? '', /; SameSite=Lax/i);
    assert.equal(/; Secure/i.test(cookie ?? ''), url.startsWith('https:'));
    assert.ok(!(await answer.text()).includes(cookie?.split(/[=;]/)[1] ?? ''));
  });

  test('a link signs in once', async () => {
    const { url, signInToken } = await tested();
    const again = await apiAs(url, {}).send('POST', '/sign-in', { token: signInToken });
    await refused(again, 410, 'link-not-valid');
  });

  test('a wrong password is refused, and after some of them there is a wait', async () => {
    const { url, guest } = await tested();
    const { name } = await guest();
    const guess = () => apiAs(url, {}).send('POST', '/sign-in', { name, password: 'something else' });
    await refused(await guess(), 401, 'credentials-wrong');
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push(await guess());
    const last = await refused(answers.at(-1)!, 429, 'too-many-attempts');
    assert.ok(last.retryAfter! > 0);
  });

  test('what a browser asks for on behalf of another site is refused', async () => {
    const { url, guest } = await tested();
    const { credentials } = await guest();
    const other = apiAs(url, { ...credentials, origin: 'https://elsewhere.example' });
    const horse = { name: 'Luna', timeZone: 'Europe/Berlin' };
    await refused(await other.send('POST', '/horses', horse), 403, 'origin-not-allowed');
  });
};
