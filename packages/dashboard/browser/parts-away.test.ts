import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brokenRules } from '../testing/axe.fixture.ts';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, choose, enter, fileRow } from '../testing/steps.fixture.ts';

/** A plan whose computation is to come from files that are not there. */
const folder = await mkdtemp(join(tmpdir(), 'piaffe-pages-plan-'));
const plan = join(folder, 'plan.json');
after(() => rm(folder, { recursive: true, force: true }));
const here = { shape: 'here' };
const missing = (process: string) => ({ shape: 'plugin', file: './not-there.mjs', process });
const limits = { memoryMb: 256, workers: 1, callSeconds: 60 };
await writeFile(
  plan,
  JSON.stringify({
    name: 'nothing-to-compute',
    modules: {
      auth: here,
      stable: here,
      sessions: here,
      gateway: here,
      aggregation: missing('rides'),
      trend: missing('tracks'),
    },
    processes: { rides: limits, tracks: limits },
  }),
);
const stage = setStage({ flags: ['--plan', plan] });

test('while nothing can be computed the pages say what is missing, that it comes back, and take rides in', {
  skip,
}, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const { server } = stage;
  visitor.forgive(/status of 503/);
  await enter(page, server);
  await addHorse(page, 'Vento');
  const waits = page.getByText(/Nothing new can be analysed for the moment\. Recordings are kept/);
  const comesBack = page.getByText('This comes back by itself.').first();
  await page.getByRole('link', { name: 'Vento', exact: true }).first().click();
  await page.getByText(/Trends, and what is usual for a horse, cannot be told/).waitFor();
  await choose(page, await writeRide(server.scratch, 'one.csv', 1));
  await waits.waitFor();
  await comesBack.waitFor();
  await look('upload');
  await fileRow(page, 'one.csv').getByRole('link', { name: 'Open the ride' }).click();
  await page.getByText('The recording is safe.').waitFor();
  await waits.waitFor();
  await comesBack.waitFor();
  await look('ride');

  await page.goto('administration');
  const parts = page.getByRole('region', { name: 'Parts' }).or(page.locator('section', { hasText: 'Parts' }));
  await parts.getByText('Missing because of it: analysis').first().waitFor();
  await parts
    .getByText(/a plugin\. Since /)
    .first()
    .waitFor();
  await parts
    .getByText(/not-there\.mjs/)
    .first()
    .waitFor();
  await look('administration');

  async function look(name: string): Promise<void> {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 360],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await brokenRules(page), [], `${name}, ${width} px, ${colorScheme}`);
      const pictures = process.env.PIAFFE_PICTURES;
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  }
});
