// npm run screenshots [-- FOLDER]: every page of a demo stable, at 360 and 1280 px, light and dark, as PNG files to look at.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildDashboard } from '../build.mjs';
import { everyPage, type Places, settled } from './every-page.fixture.ts';
import { startServer } from './server.fixture.ts';
import { startBrowser, visit } from './visitor.fixture.ts';

const [folder = 'screenshots'] = process.argv.slice(2);
const into = resolve(folder);
const sizes = [
  { width: 360, height: 780 },
  { width: 1280, height: 860 },
] as const;
const schemes = ['light', 'dark'] as const;

await mkdir(into, { recursive: true });
await buildDashboard();
await using server = await startServer({ demo: true });
const browser = await startBrowser();
try {
  await using visitor = await visit(browser, server);
  const { page } = visitor;
  await page.goto('');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, 'sign-in');
  await page.goto(await server.signInLink());
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Account' }).or(page.getByLabel('Account')).first().waitFor();
  const places = await demoPlaces(page);
  for (const { name, address, ready } of everyPage) {
    await page.goto(address(places));
    await ready(page);
    await shoot(page, name);
  }
  console.log(`The pictures are in ${into}.`);
} finally {
  await browser.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  for (const viewport of sizes) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled(page);
      await seeAll(page);
      const path = join(into, `${name}-${viewport.width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  console.log(name);
}

/** What is made only once it is seen is there then. */
async function seeAll(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 60));
    }
    scrollTo(0, 0);
  })()`);
  await settled(page);
}

/** The horse whose record has most to tell, once all of the demo stable is analysed, and two of its rides. */
async function demoPlaces(page: Page): Promise<Places> {
  const get = <Answer>(path: string) =>
    page.evaluate(`fetch('api/v1/${path}').then((answer) => answer.json())`) as Promise<Answer>;
  for (;;) {
    const { state, done, total } = await get<{ state: string; done: number; total: number }>('demo');
    if (state === 'ready') break;
    if (state === 'none') throw new Error('the server has no demo stable');
    console.log(`waiting for the demo stable: ${done} of ${total} rides`);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
  const { items: horses } = await get<{ items: readonly { id: string }[] }>('horses');
  for (const { id } of horses) {
    const { items } = await get<{ items: readonly Ride[] }>(`sessions?horse=${id}&limit=100`);
    const jumping = items.filter(
      ({ context, state }) => state === 'done' && /jump/i.test(context.type ?? ''),
    );
    const [ride, other] = jumping;
    if (ride && other) return { horse: id, session: ride.id, otherSession: other.id };
  }
  throw new Error('the demo stable has no horse that jumped twice');
}

interface Ride {
  readonly id: string;
  readonly state: string;
  readonly context: { readonly type: string | null };
}
