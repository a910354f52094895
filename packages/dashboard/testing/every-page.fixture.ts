import type { Page } from 'playwright-core';

/** Whose pages are looked at. */
export interface Places {
  readonly horse: string;
  readonly session: string;
  readonly otherSession: string;
}

/** A page of somebody who is signed in: where it is, and what is there once it is. */
export interface PageToSee {
  readonly name: string;
  readonly address: (places: Places) => string;
  /** Resolves once the page shows what it is for. */
  readonly ready: (page: Page) => Promise<void>;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor();

/** Every page there is. A new page belongs in here: then it is looked at and checked like the others. */
export const everyPage: readonly PageToSee[] = [
  { name: 'home', address: () => '', ready: heading },
  { name: 'horse', address: ({ horse }) => `horses/${horse}`, ready: heading },
  {
    name: 'trends',
    address: ({ horse }) => `horses/${horse}/trends?period=1y`,
    ready: heading,
  },
  {
    name: 'session',
    address: ({ session }) => `sessions/${session}`,
    ready: (page) => page.locator('#timeline').waitFor(),
  },
  { name: 'report', address: ({ session }) => `sessions/${session}/report`, ready: heading },
  {
    name: 'compare',
    address: ({ session, otherSession }) => `compare?a=${session}&b=${otherSession}`,
    ready: heading,
  },
  { name: 'upload', address: () => 'upload', ready: heading },
  { name: 'removed', address: () => 'removed', ready: heading },
  { name: 'settings', address: () => 'settings', ready: heading },
  { name: 'administration', address: () => 'administration', ready: heading },
  { name: 'nowhere', address: () => 'nowhere/at/all', ready: heading },
];

/** Until nothing is loading any more and what is drawn has been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('load');
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
