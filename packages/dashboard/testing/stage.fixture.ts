import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { buildDashboard } from '../build.mjs';
import { skippedBecause } from './chromium.fixture.ts';
import { type Server, startServer } from './server.fixture.ts';
import { startBrowser, type Visitor, visit } from './visitor.fixture.ts';

/** A server with the pages as they are, and a browser, for the tests of one file. */
export interface Stage {
  readonly server: Server;
  /** Somebody new in front of the pages. */
  visit(options?: BrowserContextOptions): Promise<Visitor>;
}

/** Sets the stage before the tests of the file, and takes it down after them, also when they fail. */
export function setStage({
  flags = [],
  demo = false,
}: {
  flags?: readonly string[];
  demo?: boolean;
} = {}): Stage {
  let server: Server | undefined;
  let browser: Browser | undefined;
  before(async () => {
    if (skippedBecause) return;
    await buildDashboard();
    browser = await startBrowser();
    server = await startServer({ flags, demo });
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });
  return {
    get server() {
      return server!;
    },
    visit: (options) => visit(browser!, server!, options),
  };
}
