import assert from 'node:assert/strict';
import type { Browser } from './browser.fixture.ts';

/** Everything of whoever is signed in, as the zip that the server gives. */
export async function takeExport(browser: Browser): Promise<Buffer> {
  const answer = await fetch(`${browser.url}/api/v1/export`, { headers: { cookie: browser.cookie() } });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/zip');
  return Buffer.from(await answer.arrayBuffer());
}
