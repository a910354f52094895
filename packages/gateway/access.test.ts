import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '@piaffe/sessions/contract';
import { buildApp } from './build-app.ts';
import { accessTable, type Row } from './testing/access-table.fixture.ts';
import {
  type Asker,
  type Askers,
  askersAt,
  type Makers,
  makers,
  makingOnce,
  missingId,
  scopes,
} from './testing/askers.fixture.ts';
import type { Answer, Browser } from './testing/browser.fixture.ts';
import { horseOf, startGateway, tokenOf } from './testing/gateway.fixture.ts';

const routes = await allRoutes();
const enough = 1300;
/** What nobody may change can be used again and again. */
const made = makingOnce();

test('every route has a row in the table of who may use it, and every row a route', () => {
  const rows = Object.keys(accessTable);
  const byHand = routes.filter((route) => !route.startsWith('HEAD '));
  assert.deepEqual([...byHand].sort(), [...rows].sort());
  for (const head of routes.filter((route) => route.startsWith('HEAD '))) {
    assert.ok(rows.includes(head.replace('HEAD ', 'GET ')), head);
  }
});

test('no route gives anybody what is not theirs, nor tells what exists', async (t) => {
  const gateway = await startGateway(t, { trustProxy: '127.0.0.1' });
  const askers = await askersAt(gateway);
  let cases = 0;
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const rows = accessTable[`${method.replace('HEAD', 'GET')} ${path}`];
    for (const row of [rows ?? []].flat()) {
      await t.test(`${route} ${row.refersTo ?? ''}`, async () => {
        cases += await checkRow({ ...row, method, path }, askers);
      });
    }
  }
  assert.ok(cases > enough, `${cases} cases`);
  t.diagnostic(`${cases} cases`);
});

test('a token that may not read learns nothing by handing in again, nor by changing nothing', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const horse = await horseOf(rider);
  const kept = (await rider.upload(horse, 'a ride')).ok<{ receipt: unknown; session: Session }>();
  const path = `/sessions/${kept.session.id}`;
  (await rider.post(`${path}/notes`, { text: 'a private note' })).ok();
  (await rider.json('PATCH', path, { surface: 'private sand' })).ok();

  const uploads = await tokenOf(rider, 'upload');
  const again = await gateway.anonymous().upload(horse, 'a ride', '', uploads);
  assert.equal(again.status, 200);
  assert.doesNotMatch(again.text, /private|overview|notes/);
  const told = again.ok<{ receipt: unknown; session: Session; duplicate: boolean }>();
  assert.deepEqual([told.receipt, told.session.id, told.duplicate], [kept.receipt, kept.session.id, true]);

  const writes = await tokenOf(rider, 'write');
  for (const [method, where] of [
    ['PATCH', path],
    ['PATCH', `/horses/${horse}`],
    ['DELETE', path],
    ['POST', `${path}/restore`],
  ] as const) {
    const body = method === 'PATCH' ? {} : undefined;
    const answer = await gateway.anonymous().json(method, where, body, writes);
    assert.deepEqual([answer.status, answer.text], [204, ''], `${method} ${where}`);
  }
  const both = await tokenOf(rider, 'write', 'read');
  assert.match((await gateway.anonymous().json('PATCH', path, {}, both)).text, /private sand/);
  const added = await gateway.anonymous().json('POST', '/riders', { name: 'Me' }, writes);
  assert.equal(added.status, 201);
});

type Case = Row & { readonly method: string; readonly path: string };

/** How many cases it tried. */
async function checkRow(row: Case, askers: Askers): Promise<number> {
  let cases = 0;
  const { administrator, anonymous, browsers } = askers;
  const ask = async (asker: Asker, of: Browser | null, refers: Browser | null = of) => {
    cases++;
    return asker(row.method, ...(await requestOf(row, of, refers, made)));
  };
  /** What is allowed changes something, so that it needs something of its own. */
  const allowed = async (asker: Asker, of: Browser | null) => {
    cases++;
    const answer = await asker(row.method, ...(await requestOf(row, of, of, makers)));
    if (row.status === undefined) assertAllowed(answer, row.who === 'anybody');
    else assert.equal(answer.status, row.status, answer.text);
  };
  /** The same, whatever there is at that id. */
  const refused = async (asker: Asker, status: number, of = [browsers.owner, browsers.other]) => {
    const absent = await ask(asker, null);
    assert.equal(absent.status, status, absent.text);
    for (const each of of) assertSame(await ask(asker, each), absent);
  };
  const hasId = row.path.includes(':');

  switch (row.who) {
    case 'anybody':
      await allowed(anonymous, null);
      return cases;

    case 'local': {
      await allowed(anonymous, null);
      const passedOn = (browser: Browser, headers: Record<string, string> = {}) => {
        cases++;
        return browser.send(row.method, row.path, {
          headers: { 'x-forwarded-for': '192.0.2.7', ...headers },
        });
      };
      assert.equal((await passedOn(askers.nobody)).status, 401);
      assert.equal((await passedOn(browsers.owner)).status, 403);
      assertAllowed(await passedOn(browsers.administrator));
      return cases;
    }

    case 'administrator': {
      const of = [browsers.administrator];
      await refused(anonymous, 401, of);
      for (const asker of [
        askers.owner,
        askers.other,
        ...Object.values(askers.tokens),
        askers.administratorsToken,
      ]) {
        await refused(asker, 403, of);
      }
      await allowed(administrator, browsers.administrator);
      if (hasId) assert.equal((await ask(administrator, null)).status, 404);
      return cases;
    }

    case 'person':
      await refused(anonymous, 401);
      for (const asker of [...Object.values(askers.tokens), askers.administratorsToken])
        await refused(asker, 403);
      if (hasId) await assertHidden(ask, askers);
      await allowed(askers.owner, browsers.owner);
      return cases;

    default:
      await refused(anonymous, 401);
      for (const scope of scopes.filter((scope) => scope !== row.who))
        await refused(askers.tokens[scope], 403);
      if (hasId) await assertHidden(ask, askers);
      if (row.refersTo !== undefined) {
        for (const asker of [askers.owner, askers.tokens[row.who]]) {
          const foreign = await ask(asker, browsers.owner, browsers.other);
          assertSame(await ask(asker, browsers.owner, null), foreign);
          if (row.method !== 'GET') assert.equal(foreign.status, 404, foreign.text);
        }
      }
      await allowed(askers.owner, browsers.owner);
      await allowed(askers.tokens[row.who], browsers.owner);
      return cases;
  }
}

/** What is somebody else's answers exactly as what is not there: to riders, to the administrator, to tokens. */
async function assertHidden(
  ask: (asker: Asker, of: Browser | null) => Promise<Answer>,
  { owner, other, administrator, tokens, browsers }: Askers,
): Promise<void> {
  for (const [asker, of] of [
    [owner, browsers.other],
    [other, browsers.owner],
    [administrator, browsers.owner],
    ...Object.values(tokens).map((token) => [token, browsers.other] as const),
  ] as const) {
    const foreign = await ask(asker, of);
    assertSame(await ask(asker, null), foreign);
    assert.ok(foreign.status === 404 || foreign.status === 403, `${foreign.status} ${foreign.text}`);
  }
  assert.equal((await ask(owner, null)).status, 404);
}

/** Path and body, with ids of what belongs to somebody, or of nothing at all. */
async function requestOf(
  row: Case,
  of: Browser | null,
  refers: Browser | null,
  make: Makers,
): Promise<[string, unknown?]> {
  const names = [...row.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const last = names.at(-1);
  const ids = of === null || last === undefined ? {} : await make[last]!(of);
  let path = row.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? missingId);
  let referred = missingId;
  if (refers !== null && row.refersTo !== undefined) {
    referred = (await make[row.refersTo]!(refers))[row.refersTo]!;
  }
  path = path.replace('*', 'nothing.txt') + (row.query?.(referred) ?? '');
  return row.body === undefined ? [path] : [path, row.body(referred)];
}

function assertAllowed({ status, text }: Answer, isPublic = false): void {
  const refusals = isPublic ? [403, 429] : [401, 403, 404, 429];
  assert.ok(!refusals.includes(status) && status < 500, `${status} ${text}`);
}

/** Byte for byte, but for the id of the request. */
function assertSame(one: Answer, two: Answer): void {
  const plain = ({ status, text, headers }: Answer) => {
    const id = headers.get('x-request-id') ?? '';
    const kept = [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
    return { status, text: text.replace(id, 'ID'), headers: kept };
  };
  assert.deepEqual(plain(one), plain(two));
}

/** What fastify itself has, as `METHOD path`. */
async function allRoutes(): Promise<readonly string[]> {
  const config = { version: '0', basePath: '', dashboardFolder: null, trustProxy: false };
  const { app, routes: all } = await buildApp({} as never, config, new AbortController().signal);
  await app.close();
  return all.flatMap(({ method, url }) => [method].flat().map((one) => `${one} ${url}`));
}
