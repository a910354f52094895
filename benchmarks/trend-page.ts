/**
 * The trend page of a horse with a thousand rides on a phone, with nothing in the browser's cache: when it first paints, when
 * its large chart is there, and how much the pages' first load weighs. The phone is a profile of Chromium: 4 times slower,
 * 10 Mbit/s, 40 ms.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { administrator } from '../acceptance/support/api.fixture.ts';
import { shortRides } from '../acceptance/support/rides.fixture.ts';
import { runPiaffe, startServer } from '../acceptance/support/server.fixture.ts';
import { findChromium, flags } from '../packages/dashboard/testing/chromium.fixture.ts';
import { median, printFigure, quantile } from './support/figures.ts';
import { multiplySession } from './trends/many-sessions.ts';

const sessions = 1000;
const rounds = 9;
const phone = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

const executablePath = findChromium();
if (executablePath === null) {
  console.log('trend page on a phone: not measured, there is no Chromium');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-trend-page-'));
  try {
    const horse = await withOneRide(folder);
    await using server = await startServer({ folder });
    const { stdout: link } = await runPiaffe(['sign-in-link', '--data', folder]);
    const browser = await chromium.launch({ executablePath, args: flags });
    try {
      await measure(browser, link.trim(), `${server.url}/horses/${horse}/trends?period=all`);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A data folder with a horse that has a thousand rides. */
async function withOneRide(folder: string): Promise<string> {
  const server = await startServer({ folder });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const { session } = await api.upload(horse, shortRides().ride(0));
  await api.settled(session.id);
  server.kill('SIGTERM');
  await server.ended;
  multiplySession(folder, session.id, sessions);
  return horse;
}

async function measure(browser: Awaited<ReturnType<typeof chromium.launch>>, link: string, url: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, isMobile: true });
  const entry = await context.newPage();
  await entry.goto(link);
  await entry.locator('#page, form').first().waitFor();
  await entry.close();
  const painted: number[] = [];
  const drawn: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.clearBrowserCache');
    await devTools.send('Network.emulateNetworkConditions', phone);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    bytes = 0;
    devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const began = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('#large-metric').waitFor();
    drawn.push(performance.now() - began);
    painted.push(
      Number(await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")),
    );
    await page.close();
  }
  const slow = (of: readonly number[]) =>
    `p95 ${quantile(of, 0.95).toFixed(0)} ms, ${rounds} rounds, empty cache`;
  printFigure('trend page on a phone, first paint', median(painted), {
    unit: 'ms',
    atMost: 1000,
    note: slow(painted),
  });
  printFigure('trend page on a phone, trend drawn', median(drawn), { unit: 'ms', note: slow(drawn) });
  printFigure('trend page on a phone, all it loads', bytes / 1000, { unit: 'kB', note: 'compressed' });
  printFigure('first load of the pages, compressed (brotli)', firstLoad() / 1000, {
    unit: 'kB',
    atMost: 200,
    note: 'brotli',
  });
}

/** What index.html asks for, with one language, in bytes. */
function firstLoad(): number {
  const assets = new URL('../packages/dashboard/dist/assets/', import.meta.url);
  const wanted = /^(index|navigation|en|every-page|menu|rolldown-runtime)-.*\.br$/;
  return readdirSync(assets)
    .filter((name) => wanted.test(name))
    .reduce((sum, name) => sum + statSync(new URL(name, assets)).size, 0);
}
