import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { analysed } from './analysed.ts';
import type { Suite } from './tested.ts';

interface Readiness {
  readonly code: number;
  readonly status: string;
  readonly parts: readonly { readonly state: string }[];
}

/** Long enough for parts that were all started at once to find each other, on any machine. */
const patienceSeconds = 60;

/** How it is once it is ready, or when that takes too long. */
async function settled(url: string): Promise<Readiness> {
  const until = performance.now() + patienceSeconds * 1000;
  for (;;) {
    const answer = await fetch(url);
    const { status, parts } = (await answer.json()) as Omit<Readiness, 'code'>;
    if (status === 'ready' || performance.now() > until) return { code: answer.status, status, parts };
    await setTimeout(50);
  }
}

/** What anybody sees of a server that serves: its health, its API in writing, its pages. */
export const serving: Suite = (tested) => {
  test('it says that it lives and that it serves, and of each part how it is', async () => {
    const { url } = await tested();
    const live = await fetch(`${url}/health/live`);
    assert.equal(live.status, 200);
    assert.equal(((await live.json()) as { status: string }).status, 'live');
    // Parts that run apart may still be on their way.
    const ready = await settled(`${url}/health/ready`);
    assert.deepEqual([ready.code, ready.status], [200, 'ready'], JSON.stringify(ready.parts));
    assert.ok(ready.parts.length > 0 && ready.parts.every(({ state }) => state === 'up'));
  });

  test('while all is there nothing is said to be lacking', async () => {
    const { url, guest } = await tested();
    await settled(`${url}/health/ready`);
    const { program } = await guest();
    assert.deepEqual(await program.json('/degraded'), { degraded: [] });
    const { session } = await program.upload(await program.addHorse('Luna'), Buffer.from('no recording'));
    // What began while a part was on its way may have paused.
    await analysed(program, session.id);
    for (const path of ['/sessions', `/sessions/${session.id}`, '/horses']) {
      const answer = await program.json<object>(path);
      assert.ok(!('degraded' in answer), JSON.stringify(answer));
    }
  });

  test('its API is written down as OpenAPI 3.1, with every operation named once', async () => {
    const { url } = await tested();
    const answer = await fetch(`${url}/api/v1/openapi.json`);
    const { openapi, paths } = (await answer.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: object }>>;
    };
    assert.match(openapi, /^3\.1\./);
    const names = Object.values(paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    assert.equal(new Set(names).size, names.length);
    for (const name of ['uploadRecording', 'getResult', 'getTrends', 'followSessions'])
      assert.ok(names.includes(name), name);
  });

  test('its answers carry what keeps a browser from doing what others want', async () => {
    const { url } = await tested();
    const { headers } = await fetch(`${url}/api/v1/sign-in`);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'|default-src 'self'/);
    assert.equal(headers.get('access-control-allow-origin'), null);
  });
};
