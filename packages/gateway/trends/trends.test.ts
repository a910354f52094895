import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { Unavailable } from '@piaffe/kernel';
import type { Browser } from '../testing/browser.fixture.ts';
import { horseOf, startGateway } from '../testing/gateway.fixture.ts';
import { analysedRide } from '../testing/rides.fixture.ts';
import type { HorseTrend } from './horse-trend.ts';
import type { Usual } from './usual.ts';

const trot = 'gaits.trot.cadence';
const rides = 6;

test('the trend of a horse has a point for each of its rides, in order of time, and its events', async (t) => {
  const { browser, horse } = await riddenHorse(t);
  const event = { at: '2026-05-03T12:00:00.000Z', kind: 'shoeing', text: 'New shoes' };
  (await browser.post(`/horses/${horse}/events`, event)).ok();
  const before = { ...event, at: '2026-04-01T12:00:00.000Z' };
  (await browser.post(`/horses/${horse}/events`, before)).ok();

  const later = { ...event, at: '2026-05-05T00:00:00.000Z' };
  (await browser.post(`/horses/${horse}/events`, later)).ok();

  const whole = await trendOf(browser, horse);
  assert.deepEqual(
    whole.sessions.map(({ at }) => at),
    Array.from({ length: rides }, (_, i) => startOf(i)),
  );
  assert.deepEqual(whole.events, [before, event, later]);
  assert.equal(whole.withoutStart, 1);
  const cadence = whole.metrics.find(({ metric }) => metric === trot)!;
  assert.equal(cadence.points.value.length, rides);
  assert.ok(cadence.points.value.every((value) => value !== null && value > 50));
  assert.ok(whole.load.weeks.length > 0);

  await t.test('only those of the time that is asked for', async () => {
    const part = await trendOf(browser, horse, `from=2026-05-02T00:00:00.000Z&to=2026-05-05T00:00:00.000Z`);
    assert.deepEqual(
      part.sessions.map(({ at }) => at),
      [1, 2, 3].map(startOf),
    );
    assert.deepEqual(part.events, [event]);
  });

  await t.test('only those with that context', async () => {
    assert.equal((await trendOf(browser, horse, 'surface=sand')).sessions.length, rides / 2);
    assert.equal((await trendOf(browser, horse, 'surface=water')).sessions.length, 0);
  });

  await t.test('only the metrics that are asked for', async () => {
    const names = ({ metrics }: HorseTrend) => metrics.map(({ metric }) => metric);
    assert.deepEqual(names(await trendOf(browser, horse, `metric=${trot}`)), [trot]);
    const two = await trendOf(browser, horse, `metric=${trot}&metric=symmetry.score`);
    assert.ok(names(two).every((name) => name === trot || name === 'symmetry.score'));
    assert.ok(names(whole).length > 2);
    const unknown = await browser.get(`/horses/${horse}/trends?metric=gaits.trot.elegance`);
    assert.deepEqual([unknown.status, unknown.problem()], [400, 'input-not-valid']);
  });

  await t.test('as CSV and Arrow: a row for each ride, exactly what is shown', async () => {
    const query = `surface=sand&metric=${trot}`;
    const shown = await trendOf(browser, horse, query);
    const csv = await browser.get(`/horses/${horse}/trends?${query}&format=csv`);
    assert.match(csv.headers.get('content-type')!, /^text\/csv/);
    assert.match(csv.headers.get('content-disposition')!, /trends\.csv/);
    const [header, ...lines] = csv.text.trimEnd().split('\r\n');
    assert.equal(
      header,
      `session,at,type,surface,rider,mount,algorithm,${trot} (1/min),${trot} quality,${trot} usual low (1/min),${trot} usual high (1/min)`,
    );
    assert.match(csv.text, /,sand,"Me, myself",/);
    const { value, quality } = shown.metrics[0]!.points;
    assert.deepEqual(
      lines
        .map((line) => line.replace('"Me, myself"', 'Me').split(','))
        .map(([id, at, , surface, , , , cadence, good]) => [id, at, surface, cadence, good]),
      shown.sessions.map(({ id, at }, i) => [id, at, 'sand', String(value[i]), quality[i]]),
    );

    const url = `${browser.url}/api/v1/horses/${horse}/trends?${query}&format=arrow`;
    const arrow = await fetch(url, { headers: { cookie: browser.cookie() } });
    assert.equal(Buffer.from(await arrow.arrayBuffer()).toString('latin1', 0, 6), 'ARROW1');
  });

  await t.test('what the client has already is not sent again', async () => {
    const path = `/horses/${horse}/trends`;
    const etag = (await browser.get(path)).headers.get('etag')!;
    const again = await browser.get(path, { 'if-none-match': etag });
    assert.deepEqual([again.status, again.text], [304, '']);
    (await browser.post(`/horses/${horse}/events`, { ...event, kind: 'lesson' })).ok();
    assert.equal((await browser.get(path, { 'if-none-match': etag })).status, 200);
  });

  await t.test('it goes out compressed to those who can read it so', async () => {
    const { request } = await import('node:http');
    const headers = { cookie: browser.cookie(), 'accept-encoding': 'br' };
    const url = `${browser.url}/api/v1/horses/${horse}/trends`;
    const { body, encoding, vary } = await new Promise<Raw>((resolve, reject) => {
      request(url, { headers }, (response) => {
        const { 'content-encoding': encoding, vary } = response.headers;
        response.toArray().then((chunks) => resolve({ body: Buffer.concat(chunks), encoding, vary }), reject);
      }).end();
    });
    assert.deepEqual([encoding, vary], ['br', 'accept-encoding']);
    assert.equal(JSON.parse(brotliDecompressSync(body).toString()).sessions.length, rides);
  });
});

interface Raw {
  readonly body: Buffer;
  readonly encoding: string | undefined;
  readonly vary: string | undefined;
}

test('a horse nobody has ridden has an empty trend, in every format', async (t) => {
  const browser = await (await startGateway(t)).administrator();
  const horse = await horseOf(browser);
  assert.deepEqual((await trendOf(browser, horse)).sessions, []);
  assert.equal((await browser.get(`/horses/${horse}/trends?format=csv`)).text.split('\r\n').length, 2);
  assert.equal((await browser.get(`/horses/${horse}/trends?format=arrow`)).status, 200);
});

test('what is usual is told from comparable rides before the one that is looked at', async (t) => {
  const { browser, horse, sessions } = await riddenHorse(t);
  const usual = async (session: string) =>
    (await browser.get(`/horses/${horse}/usual?session=${session}`)).ok<Usual>();
  const last = await usual(sessions.at(-1)!);
  const cadence = last.metrics.find(({ metric }) => metric === trot)!;
  assert.equal(cadence.n, rides / 2 - 1);
  assert.ok(cadence.median === null ? cadence.reason !== null : cadence.median > 50);
  assert.equal(last.comparable?.surface, 'grass');

  const first = await usual(sessions[0]!);
  assert.equal(first.comparable, null);
  assert.deepEqual(new Set(first.metrics.map(({ n }) => n)), new Set([0]));
  assert.match(first.metrics[0]!.reason!, /no comparable ride before/);

  const elsewhere = await horseOf(browser, 'Another');
  const wrong = await browser.get(`/horses/${elsewhere}/usual?session=${sessions[0]}`);
  assert.deepEqual([wrong.status, wrong.problem()], [404, 'session-not-found']);
});

test('with trend away its pages say what is missing, and everything else goes on', async (t) => {
  const away = async () => {
    throw new Unavailable('trend', 'down', 'trend is being started again', {
      feature: 'Trends cannot be told at the moment.',
      retryAfter: 2,
    });
  };
  const gateway = await startGateway(t, { needs: () => ({ trend: { algorithm: away, trend: away } }) });
  const browser = await gateway.administrator();
  const horse = await horseOf(browser);
  const session = await analysedRide(browser, horse, 1, `&startedAt=${startOf(0)}`);
  await analysedRide(browser, horse, 2, `&startedAt=${startOf(1)}`);
  const answer = await browser.get(`/horses/${horse}/trends`);
  assert.deepEqual([answer.status, answer.problem()], [503, 'unavailable']);
  assert.equal(JSON.parse(answer.text).feature, 'Trends cannot be told at the moment.');
  assert.equal((await browser.get(`/sessions/${session}/result`)).status, 200);
  assert.equal(
    (await browser.get('/admin/server')).ok<{ algorithms: { trend: null } }>().algorithms.trend,
    null,
  );
});

async function riddenHorse(t: TestContext) {
  const browser = await (await startGateway(t)).administrator();
  const horse = await horseOf(browser);
  const sessions: string[] = [];
  const rider = (await browser.post('/riders', { name: 'Me, myself' })).ok<{ id: string }>().id;
  for (let i = 0; i < rides; i++) {
    const query = `&startedAt=${startOf(i)}&rider=${rider}&surface=${i % 2 === 0 ? 'sand' : 'grass'}`;
    sessions.push(await analysedRide(browser, horse, i, query));
  }
  await analysedRide(browser, horse, rides, '');
  return { browser, horse, sessions };
}

const startOf = (day: number) => `2026-05-0${day + 1}T17:05:00Z`;

async function trendOf(browser: Browser, horse: string, query = ''): Promise<HorseTrend> {
  return (await browser.get(`/horses/${horse}/trends?${query}`)).ok<HorseTrend>();
}
