import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { uneven, writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { choose, enter } from '../testing/steps.fixture.ts';
import { addTrackRecord, weeksAgo } from '../testing/track-record.fixture.ts';

const stage = setStage();

test('the home page says of each horse whether its latest ride is done, and whether it was normal for it', {
  skip,
}, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  const usual = [7, 6, 5, 4, 3, 2].map((weeks) => ({ startedAt: weeksAgo(weeks), type: 'Dressage' }));
  const add = (name: string, seed: number, rides: Parameters<typeof addTrackRecord>[2]['rides']) =>
    addTrackRecord(page, stage.server, { name, seed, rides });
  await add('Amadeus', 1, usual.slice(0, 2));
  await add('Brisa', 10, [...usual, { startedAt: weeksAgo(0), type: 'Dressage', scenario: uneven }]);
  await page.goto('');
  const card = (name: string) => page.getByRole('region', { name });

  await t.test('too few rides are not called normal, and the reason is told', async () => {
    await card('Amadeus').getByText('There is too little yet to say what is usual for Amadeus.').waitFor();
    await card('Amadeus')
      .getByText(/needs \d+ comparable/)
      .waitFor();
  });

  await t.test('what was unusual is named, and leads to its trend', async () => {
    await card('Brisa').getByText('Some of it is unusual for Brisa').waitFor();
    const symmetry = card('Brisa').getByRole('listitem').filter({ hasText: 'was lower than usual, once' });
    await symmetry.getByRole('link', { name: 'Symmetry at trot' }).click();
    await page.getByRole('heading', { name: 'Brisa: trends' }).waitFor();
    await page.goBack();
  });

  await t.test('a ride like those before is done and normal, as soon as it was analysed', async () => {
    const luna = await add('Luna', 20, usual);
    await page.reload();
    await card('Luna').getByText('Done, and nothing about it was unusual for Luna.').waitFor();
    const file = await writeRide(stage.server.scratch, 'today.csv', 30);
    await page.goto(`upload?horse=${luna}`);
    await choose(page, file);
    await page.getByRole('link', { name: 'Horses' }).click();
    await card('Luna')
      .getByRole('link', { name: /today\.csv.*Symmetry/ })
      .waitFor();
  });

  await t.test('on the next visit, what was analysed since is new', async () => {
    assert.equal(await page.getByText('New', { exact: true }).count(), 0);
    await page.evaluate(`for (const key of Object.keys(localStorage)) {
      if (key.startsWith('piaffe-visit ')) {
        const hours = (count) => Date.now() - count * 3_600_000;
        localStorage.setItem(key, JSON.stringify({ before: hours(50), seen: hours(1) }));
      }
    }`);
    await page.reload();
    await page.getByText(/^New since your last visit: Amadeus, Brisa,? and Luna\.$/).waitFor();
    assert.ok((await card('Luna').getByText('New', { exact: true }).count()) > 0);
  });
});
