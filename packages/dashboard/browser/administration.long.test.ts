import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

test('who runs the server sees how it is, and has rides analysed again', { skip }, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const data = join(stage.server.scratch, 'data');
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await openRide(page, await writeRide(stage.server.scratch, 'ride.csv'));
  await page.getByLabel('Account').click();
  await page.getByRole('link', { name: 'Run this server' }).click();
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  const counted = (state: string, count: number) =>
    part('Analyses').locator('dl > div', { hasText: state }).getByText(String(count), { exact: true });

  await t.test('the work, the disk, the parts and the versions are there', async () => {
    await counted('Done', 1).waitFor();
    await part('Disk').getByText('Recordings and results').waitFor();
    await part('Parts').getByText('Analysis of a ride').waitFor();
    assert.equal(await part('Parts').getByText('up', { exact: true }).count(), 6);
    await part('Versions')
      .getByText(/^piaffe-aggregation \d+\.\d+\.\d+$/)
      .waitFor();
    await page
      .getByRole('contentinfo')
      .getByText(/^Piaffe \d+\.\d+\.\d+$/)
      .waitFor();
  });

  await t.test('a trial shows which numbers would change, and how far', async () => {
    lowerTheStored('gaits.trot.cadence', 2.5, data);
    await page.getByRole('button', { name: 'Try it first' }).click();
    await page.getByText('1 of 1 ride would change.').waitFor();
    const picture = page.getByRole('listitem').filter({ hasText: 'Cadence at trot' });
    await picture.getByText('Median +2.5 /min, largest +2.5 /min.').waitFor();
    await page.getByRole('button', { name: 'Try it again' }).waitFor();
    await counted('Done', 1).waitFor();
  });

  await t.test(
    'a ride whose stored file was damaged is stuck, with the reason, until the file is right',
    async () => {
      const file = storedRecording(data);
      const bytes = await readFile(file);
      await writeFile(file, bytes.subarray(0, bytes.length / 2));
      await page.getByRole('button', { name: 'Analyse everything anew' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/^Every ride of every account/).waitFor();
      await dialog.getByRole('button', { name: 'Analyse everything anew' }).click();
      await page.getByText('1 ride on the work list.').waitFor();
      const stuck = part('Rides that are stuck');
      await stuck.getByText(/^The stored file is not the one that was handed in any more/).waitFor();
      await counted('Analysis failed', 1).waitFor();

      await writeFile(file, bytes);
      await stuck.getByRole('button', { name: 'Try all failed analyses again' }).click();
      await stuck.getByText('1 ride on the work list again.').waitFor();
      await counted('Done', 1).waitFor();
      await stuck.getByText('None: every ride could be analysed or waits its turn.').waitFor();
    },
  );
});

/** As if the result were of an algorithm that came to a lower value. */
function lowerTheStored(metric: string, by: number, data: string): void {
  using database = new DatabaseSync(join(data, 'piaffe.db'));
  const row = database.prepare('select id, numbers from session_results').get() as Record<string, string>;
  const numbers = JSON.parse(row.numbers!);
  numbers.values[numbers.names.split(' ').indexOf(metric)] -= by;
  database
    .prepare('update session_results set numbers = ? where id = ?')
    .run(JSON.stringify(numbers), row.id!);
}

/** Where the bytes lie that were handed in. */
function storedRecording(data: string): string {
  using database = new DatabaseSync(join(data, 'piaffe.db'), { readOnly: true });
  const row = database.prepare('select sha256 from session_recordings').get() as { sha256: string };
  return join(data, 'blobs', row.sha256.slice(0, 2), row.sha256);
}
