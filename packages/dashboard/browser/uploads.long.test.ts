import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, choose, enter, fileRow } from '../testing/steps.fixture.ts';

const stage = setStage();

test('a bad file beside good ones says why it cannot be used, and stops none of them', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const { server } = stage;
  await enter(page, server);
  await addHorse(page, 'Vento');
  const bad = join(server.scratch, 'holiday.csv');
  await writeFile(bad, 'day,where\nmonday,beach\ntuesday,beach\n');
  const empty = join(server.scratch, 'empty.csv');
  await writeFile(empty, '');
  const good = [await writeRide(server.scratch, 'one.csv', 1), await writeRide(server.scratch, 'two.csv', 2)];
  await choose(page, good[0]!, bad, empty, good[1]!);

  for (const name of ['one.csv', 'two.csv'])
    await fileRow(page, name).getByText('Done', { exact: true }).waitFor();
  await fileRow(page, 'holiday.csv').getByText('Kept, but it cannot be analysed:').waitFor();
  const refused = fileRow(page, 'empty.csv');
  await refused.getByText('Not uploaded.').waitFor();
  assert.equal(await page.getByText('If it happens again').count(), 0, 'nobody reports an empty file');
  visitor.forgive(/status of 400 .*name=empty.csv\)$/);

  await fileRow(page, 'holiday.csv').getByRole('link', { name: 'See the file' }).click();
  await page.getByRole('heading', { name: 'This recording cannot be analysed' }).waitFor();
  await page.getByRole('link', { name: 'Raw file' }).waitFor();
});

test('a ride that is there already is told, with a link to it', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await choose(page, await writeRide(stage.server.scratch, 'first.csv', 3));
  const first = fileRow(page, 'first.csv');
  await first.getByText('Done', { exact: true }).waitFor();
  await addHorse(page, 'Luna');
  await page.getByRole('link', { name: 'Upload', exact: true }).click();
  const address = await first.getByRole('link', { name: 'Open the ride' }).getAttribute('href');
  await page.getByLabel('Horse', { exact: true }).selectOption('Luna');
  await page
    .locator('input[type=file]')
    .setInputFiles(await writeRide(stage.server.scratch, 'other-name.csv', 3));
  const again = fileRow(page, 'other-name.csv');
  await again.getByText('You have this ride already, with Vento. Nothing was stored twice.').waitFor();
  assert.equal(await again.getByRole('link', { name: 'Open the ride' }).getAttribute('href'), address);
});

test('without a connection a file waits to be tried again, and then arrives', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  const file = await writeRide(stage.server.scratch, 'far-out.csv', 4);
  await page.getByRole('link', { name: 'Upload', exact: true }).click();
  await page.getByLabel('Horse', { exact: true }).waitFor();
  await page.route('**/api/v1/recordings*', (route) => route.abort('internetdisconnected'));
  await page.locator('input[type=file]').setInputFiles(file);
  const row = fileRow(page, 'far-out.csv');
  await row.getByText('The server cannot be reached.').waitFor();
  await page.unroute('**/api/v1/recordings*');
  await row.getByRole('button', { name: 'Try again' }).click();
  await row.getByText('Done', { exact: true }).waitFor();
  visitor.forgive(/ERR_INTERNET_DISCONNECTED/);
});

test('leaving while a file is on its way asks first; another page of ours does not stop it', {
  skip,
}, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  const file = await writeRide(stage.server.scratch, 'slow.csv', 5);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/v1/recordings*', async (route) => {
    await held;
    await route.continue();
  });
  await choose(page, file);
  await page.getByRole('link', { name: 'Horses' }).click();
  await page.getByText('1 on the way').waitFor();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  letGo();
  await page.getByText('1 on the way').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Upload', exact: true }).click();
  await fileRow(page, 'slow.csv').getByText('Done', { exact: true }).waitFor();
});

test('what is said of the rides goes with each of them', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await page.getByRole('link', { name: 'Upload', exact: true }).click();
  await page.getByText('About these rides').click();
  await page.getByLabel('Type').fill('Lunge');
  await page.getByLabel('Surface').fill('Sand');
  await page.getByLabel('Rider').selectOption('Somebody new …');
  await page.getByPlaceholder('Name of the rider').fill('Ben');
  // The answer comes late: what is chosen meanwhile must stay.
  await page.route('**/api/v1/riders', async (route) => {
    await page.getByLabel('Sensor').selectOption('On the saddle');
    await route.continue();
  });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Rider').and(page.locator('select')).waitFor();
  await page.getByLabel('Began').fill('2026-03-29T16:12');
  const file = await writeRide(stage.server.scratch, 'said.csv', 6);
  await page.locator('input[type=file]').setInputFiles([file, file]);
  await page.getByText('A start can be said of one ride at a time.').waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
  await fileRow(page, 'said.csv').getByRole('link', { name: 'Open the ride' }).click();
  await page.getByText('Sunday 29 March 2026, 16:12').waitFor();
  await page.getByText(/Lunge · Sand · Ben · on the saddle/).waitFor();
});
