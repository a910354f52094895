import assert from 'node:assert/strict';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium, flags } from './chromium.fixture.ts';

/** Longer than anything takes; a page that never shows what it should is a failure, not a test without end. */
const patience = 60_000;

export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  assert.ok(executablePath, 'there is no Chromium: install it, or name it in PIAFFE_CHROMIUM');
  return chromium.launch({ executablePath, args: flags });
}

/** Somebody in front of a page, in a browser that knows nothing of the others. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  /** Takes no offence at what a test itself brings about. */
  forgive(provoked: RegExp): void;
}

/**
 * Disposing of a visitor fails when something went wrong behind the page: an error, a broken rule, a question to another
 * host. So every test is one that the pages are clean.
 */
export async function visit(
  browser: Browser,
  server: { readonly url: string },
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: `${server.url}/`,
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  context.setDefaultTimeout(patience);
  const complaints: string[] = [];
  const forgiven: RegExp[] = [];
  const { origin } = new URL(server.url);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'blob:' && url.protocol !== 'data:') {
      complaints.push(`asks another host: ${request.url()}`);
    }
  });
  const page = await context.newPage();
  // Choosers are caught from the beginning: asked for only when one is about to open, one could open before.
  page.on('filechooser', () => {});
  page.on('pageerror', (error) => complaints.push(`throws: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const { url } = message.location();
    complaints.push(`says: ${message.text()} (${url})`);
  });
  return {
    page,
    forgive: (provoked) => forgiven.push(provoked),
    async [Symbol.asyncDispose]() {
      await context.close();
      const open = complaints.filter((complaint) => !forgiven.some((provoked) => provoked.test(complaint)));
      assert.deepEqual(open, []);
    },
  };
}
