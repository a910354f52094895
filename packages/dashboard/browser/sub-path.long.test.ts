import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage({ flags: ['--base-path', '/stables/piaffe'] });

test('below another site’s path every page works, and can be loaded again where one is', {
  skip,
}, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await openRide(page, await writeRide(stage.server.scratch, 'ride.csv'));
  assert.match(new URL(page.url()).pathname, /^\/stables\/piaffe\/sessions\/\w+$/);
  await page.reload();
  await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
  const raw = await page.getByRole('link', { name: 'Raw file' }).getAttribute('href');
  assert.match(raw ?? '', /\/stables\/piaffe\/api\/v1\/sessions\//);
  await page.getByRole('link', { name: 'All rides' }).click();
  await page.getByRole('heading', { name: 'Vento' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
});
