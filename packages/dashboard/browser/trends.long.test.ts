import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { enter } from '../testing/steps.fixture.ts';
import { addTrackRecord, weeksAgo } from '../testing/track-record.fixture.ts';

const stage = setStage();

test('the trends of a horse are narrowed down, looked into by keys, and taken home as they are shown', {
  skip,
}, async (t) => {
  await using visitor = await stage.visit({ acceptDownloads: true });
  const { page } = visitor;
  await enter(page, stage.server);
  const horse = await addTrackRecord(page, stage.server, {
    name: 'Luna',
    rides: [
      ...[40, 7, 6, 5, 4, 3, 1].map((weeks) => ({ startedAt: weeksAgo(weeks), type: 'Dressage' })),
      { startedAt: weeksAgo(2), type: 'Hack' },
    ],
  });
  await page.goto(`horses/${horse}/trends`);
  const chart = page.getByRole('slider');
  const told = async (attribute: string) => (await chart.getAttribute(attribute)) ?? '';
  const query = () => new URL(page.url()).search;

  await t.test('what is chosen stands in the address, and one step back undoes it', async () => {
    await chart.waitFor();
    assert.match(await told('aria-label'), /^Symmetry at trot \(of 10\), 7 rides over time$/);
    assert.equal(await told('aria-valuemax'), '7');
    await page.getByLabel('Type of ride').selectOption('Dressage');
    await page.locator('[role=slider][aria-valuemax="6"]').waitFor();
    await page.getByLabel('Period').selectOption('Everything');
    await page.locator('[role=slider][aria-valuemax="7"]').waitFor();
    assert.equal(query(), '?period=all&type=Dressage');
    await page.goBack();
    await page.locator('[role=slider][aria-valuemax="6"]').waitFor();
    assert.equal(await page.getByLabel('Period').inputValue(), '6m');
    await page.reload();
    await page.locator('[role=slider][aria-valuemax="6"]').waitFor();
  });

  await t.test('the arrow keys go from ride to ride, and Enter opens the one that is read', async () => {
    await chart.focus();
    assert.equal(await told('aria-valuenow'), '6');
    assert.match(await told('aria-valuetext'), /\d of 10; usual before: \d.* to /);
    await page.keyboard.press('Home');
    assert.equal(await told('aria-valuenow'), '1');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await told('aria-valuenow'), '1');
    await page.keyboard.press('ArrowRight');
    assert.equal(await told('aria-valuenow'), '2');
    assert.match(await told('aria-valuetext'), /too few comparable rides/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
    await page.goBack();
    await chart.waitFor();
  });

  await t.test('a small chart that is chosen becomes the large one', async () => {
    await page.getByRole('button', { name: /^Cadence at trot/ }).click();
    await page.getByRole('heading', { name: /^Cadence at trot/ }).waitFor();
    assert.equal(query(), '?metric=gaits.trot.cadence&type=Dressage');
    assert.match(await told('aria-label'), /^Cadence at trot \(\/min\), 6 rides over time$/);
  });

  await t.test('the CSV holds the rides that are shown, and their numbers', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'What is shown (CSV)' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const [head = [], ...rows] = text
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    assert.deepEqual(
      rows.map((row) => row[head.indexOf('at')]?.slice(0, 10)),
      [7, 6, 5, 4, 3, 1].map((weeks) => weeksAgo(weeks).slice(0, 10)),
    );
    assert.ok(rows.every((row) => row[head.indexOf('type')] === 'Dressage'));
    await chart.focus();
    await page.keyboard.press('End');
    const cadence = Number(rows.at(-1)?.[head.indexOf('gaits.trot.cadence (1/min)')]);
    assert.match(await told('aria-valuetext'), RegExp(`: ${Math.round(cadence)} /min`));
  });

  await t.test('where nothing fits, it says what to choose instead', async () => {
    await page.goto(`horses/${horse}/trends?type=Lunge`);
    await page.getByText('No ride fits what is chosen above.').waitFor();
    assert.equal(await page.getByLabel('Type of ride').inputValue(), 'Lunge');
  });
});
