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
  /** What went wrong behind the page and should not have: errors, broken rules, questions to other hosts. */
  readonly complaints: readonly string[];
  /** Takes back complaints about what a test itself has brought about. */
  forgive(provoked: RegExp): void;
}

/** Disposing of it fails when there are complaints, so that every test is one that the pages are clean. */
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
  let complaints: string[] = [];
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
    // A browser cannot know whether it is signed in without asking; refusals that a test provokes are answers too.
    if (/status of 4\d\d/.test(message.text()) && url.includes('/api/v1/')) return;
    complaints.push(`says: ${message.text()} (${url})`);
  });
  return {
    page,
    get complaints() {
      return complaints;
    },
    forgive(provoked) {
      complaints = complaints.filter((complaint) => !provoked.test(complaint));
    },
    async [Symbol.asyncDispose]() {
      await context.close();
      assert.deepEqual(complaints, []);
    },
  };
}
