import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Gateway, password, startGateway, tokenOf } from './testing/gateway.fixture.ts';

const behindTls = {
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'rides.test',
  origin: 'https://rides.test',
};

/** The Set-Cookie of a sign-in by a new link. */
async function cookieSet(gateway: Gateway, headers: Record<string, string> = {}): Promise<string> {
  const { secret: token } = await gateway.auth.createSignInLink({});
  const answer = await gateway.anonymous().json('POST', '/sign-in', { token }, headers);
  assert.equal(answer.status, 200, answer.text);
  assert.doesNotMatch(answer.text, /secret/);
  return answer.headers.get('set-cookie')!;
}

test('the cookie of a sign-in is out of reach for scripts and other sites', async (t) => {
  const set = await cookieSet(await startGateway(t));
  assert.match(set, /^piaffe=[\w-]{20,}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
});

test('behind TLS the cookie is secure and bound to its host', async (t) => {
  const gateway = await startGateway(t, { trustProxy: true });
  assert.match(
    await cookieSet(gateway, behindTls),
    /^__Host-piaffe=.*; Path=\/; .*; HttpOnly; Secure; SameSite=Lax$/,
  );
  const atSubPath = await startGateway(t, { trustProxy: true, basePath: '/barn/piaffe' });
  const set = await cookieSet(atSubPath, behindTls);
  assert.match(set, /^__Secure-piaffe=.*; Path=\/barn\/piaffe; .*; HttpOnly; Secure; SameSite=Lax$/);
});

test('what a proxy says is believed only of a trusted one', async (t) => {
  const gateway = await startGateway(t, { trustProxy: '192.0.2.0/24' });
  const headers = { ...behindTls, origin: gateway.url };
  assert.match(await cookieSet(gateway, headers), /^piaffe=(?!.*Secure)/);
  const told = await startGateway(t, { publicUrl: 'https://rides.test' });
  assert.match(await cookieSet(told, { origin: 'https://rides.test' }), /^piaffe=/);
});

test('signing out ends the sign-in and takes the cookie away, also when it had ended already', async (t) => {
  const gateway = await startGateway(t);
  const browser = await gateway.administrator();
  const cookie = browser.cookie();
  for (let i = 0; i < 2; i++) {
    const answer = await browser.send('POST', '/sign-out', { headers: { cookie } });
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get('set-cookie')!, /^piaffe=; Path=\/; Expires=Thu, 01 Jan 1970/);
  }
  const answer = await browser.get('/account', { cookie });
  assert.equal(answer.status, 401);
  assert.equal(answer.problem(), 'not-signed-in');
  assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
});

test('what another site makes a browser send is refused', async (t) => {
  const gateway = await startGateway(t);
  const browser = await gateway.administrator();
  const cookie = browser.cookie();
  const own = new URL(gateway.url).origin;
  const send = async (headers: Record<string, string>) => {
    const response = await fetch(`${gateway.url}/api/v1/riders`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: '{"name":"Me"}',
    });
    return response.status;
  };
  const foreign = ['https://evil.test', 'null', '', `${own}.evil.test`, own.replace(/:\d+$/, ''), 'nonsense'];
  for (const origin of foreign) assert.equal(await send({ origin }), 403, origin);
  for (const site of ['cross-site', 'same-site', 'none']) {
    assert.equal(await send({ 'sec-fetch-site': site }), 403, site);
  }
  assert.equal(await send({ origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }), 403);
  assert.equal(await send({}), 403);
  assert.equal(await send({ origin: own }), 201);
  assert.equal(await send({ 'sec-fetch-site': 'same-origin' }), 201);
  // A token is never sent by a browser of its own accord, and it alone counts where it is shown.
  const token = await tokenOf(browser, 'write');
  assert.equal(await send({ ...token, origin: 'https://evil.test' }), 201);
  assert.equal(await send({ authorization: 'Bearer nobody', origin: own }), 401);
  assert.equal(await send({ authorization: 'Basic eDp5', origin: own }), 401);
});

test('nobody can be signed in to another’s account by another site', async (t) => {
  const gateway = await startGateway(t);
  const { secret: token } = await gateway.auth.createSignInLink({});
  const browser = gateway.anonymous();
  const foreign = await browser.json('POST', '/sign-in', { token }, { origin: 'https://evil.test' });
  assert.equal(foreign.problem(), 'origin-not-allowed');
  assert.equal(foreign.headers.get('set-cookie'), null);
  assert.equal((await browser.json('POST', '/sign-in', { token })).status, 200);
});

test('behind a proxy the origin is compared with the host that the browser sees', async (t) => {
  const gateway = await startGateway(t, { trustProxy: true, publicUrl: 'https://piaffe.test' });
  const browser = await gateway.administrator();
  const { authorization: _, ...plain } = { authorization: '', cookie: browser.cookie() };
  const send = (headers: Record<string, string>) =>
    browser.json('POST', '/riders', { name: 'Me' }, { ...plain, ...headers });
  assert.equal((await send({ origin: 'http://rides.test', 'x-forwarded-host': 'rides.test' })).status, 201);
  assert.equal((await send({ origin: 'https://piaffe.test' })).status, 201);
  assert.equal((await send({ origin: 'https://other.test' })).status, 403);
});

test('a browser can ask who it is signed in as, and nobody is an answer too', async (t) => {
  const gateway = await startGateway(t);
  const browser = await gateway.rider('somebody');
  const whoIs = async (headers = {}) =>
    (await browser.get('/sign-in', headers)).ok<{ account: { name: string } | null }>().account?.name;
  assert.equal(await whoIs(), 'somebody');
  assert.equal(await whoIs({ cookie: 'piaffe=nobody' }), undefined);
  assert.equal(await whoIs({ cookie: 'other=1' }), undefined);
});

test('signing in anew ends the sign-in that the browser had', async (t) => {
  const gateway = await startGateway(t);
  const browser = await gateway.rider('somebody');
  const former = browser.cookie();
  (await browser.post('/sign-in', { name: 'somebody', password })).ok();
  assert.notEqual(browser.cookie(), former);
  assert.equal((await browser.get('/account', { cookie: former })).status, 401);
  assert.equal((await browser.get('/account')).status, 200);
});

test('by name and password one signs in, and a wrong one says nothing of which is wrong', async (t) => {
  const gateway = await startGateway(t);
  await gateway.rider('somebody');
  const browser = gateway.anonymous();
  const wrong = await browser.post('/sign-in', { name: 'somebody', password: 'another thing entirely' });
  const nobody = await browser.post('/sign-in', { name: 'nobody', password: 'another thing entirely' });
  assert.equal(wrong.problem(), 'credentials-wrong');
  assert.equal(nobody.text.replace(/"requestId.*/, ''), wrong.text.replace(/"requestId.*/, ''));
  assert.equal((await browser.post('/sign-in', { name: 'somebody', password })).status, 200);
  assert.equal((await browser.get('/account')).ok<{ name: string }>().name, 'somebody');
});

test('a password can be changed, and reset by an administrator’s link', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.rider('somebody');
  const { id } = (await rider.get('/account')).ok<{ id: string }>();
  const changed = { current: password, password: 'Second lamp fourteen!' };
  assert.equal((await rider.json('PUT', '/account/password', changed)).status, 204);
  assert.equal((await rider.get('/account')).status, 200);

  const administrator = await gateway.administrator();
  const { token } = (await administrator.post(`/accounts/${id}/reset-link`)).ok<{ token: string }>();
  const anew = gateway.anonymous();
  (await anew.post('/password-resets', { token, password: 'Third lamp fifteen!' })).ok();
  assert.equal((await anew.get('/account')).status, 200);
  assert.equal((await rider.get('/account')).status, 401);
});

test('nothing secret is written to the log', async (t) => {
  const gateway = await startGateway(t);
  const { secret: token } = await gateway.auth.createSignInLink({});
  const browser = gateway.anonymous();
  await browser.post('/sign-in', { token });
  await browser.post('/sign-in', { name: 'somebody', password });
  await browser.get(`/sessions?limit=x&token=${token}`);
  const { authorization } = await tokenOf(browser, 'read');
  await browser.get('/horses', { authorization });
  const log = gateway.logged.join('\n');
  assert.match(log, /"route":"\/api\/v1\/sign-in"/);
  for (const secret of [token, password, browser.cookie().split('=')[1]!, authorization.split(' ')[1]!]) {
    assert.ok(!log.includes(secret));
  }
});
