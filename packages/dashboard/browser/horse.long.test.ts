import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { enter } from '../testing/steps.fixture.ts';
import { addTrackRecord, weeksAgo } from '../testing/track-record.fixture.ts';

const stage = setStage();

test('the page of a horse shows its days and its rides, keeps what happened to it, and is the place to delete it', {
  skip,
}, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  const [lately, before] = [weeksAgo(5), weeksAgo(6)];
  const horse = await addTrackRecord(page, stage.server, {
    name: 'Vento',
    rides: [
      { startedAt: before, type: 'Hack' },
      { startedAt: lately, type: 'Dressage' },
      { startedAt: weeksAgo(0), type: 'Dressage' },
    ],
  });
  const rides = page.getByRole('region', { name: 'Rides' });
  const query = () => new URL(page.url()).search;

  await t.test('the calendar leads to the ride of a day, and the month stands in the address', async () => {
    await page.goto(`horses/${horse}?month=${lately.slice(0, 7)}`);
    const month = new Date(lately).toLocaleString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const calendar = page.getByRole('region', { name: month });
    await calendar
      .getByRole('link', { name: /^Ride at 1[34]:00/ })
      .first()
      .waitFor();
    await calendar.getByRole('button', { name: 'The month after' }).click();
    await calendar.waitFor({ state: 'detached' });
    assert.notEqual(query(), `?month=${lately.slice(0, 7)}`);
    await page.goBack();
    const day = calendar
      .getByRole('cell')
      .filter({ hasText: RegExp(`^${Number(lately.slice(8, 10))}(?!\\d)`) });
    await day.getByRole('link').click();
    await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
    await page.goBack();
    await calendar.waitFor();
  });

  await t.test(
    'rides are chosen by type, and the choice is an address that can be sent to somebody',
    async () => {
      await page.goto(`horses/${horse}`);
      await rides.getByText('Hack').last().waitFor();
      assert.equal(await rides.getByRole('listitem').count(), 3);
      await rides.getByLabel('Type').selectOption('Hack');
      await rides.getByRole('listitem').nth(1).waitFor({ state: 'detached' });
      assert.equal(query(), '?type=Hack');
      await page.reload();
      await rides.getByRole('listitem').first().waitFor();
      assert.equal(await rides.getByRole('listitem').count(), 1);
      await rides.getByLabel('Surface').selectOption('Grass');
      await rides.getByText('No ride fits what is chosen above.').waitFor();
      await page.goBack();
      await rides.getByRole('listitem').first().waitFor();
      assert.equal(await rides.getByLabel('Surface').inputValue(), '');
    },
  );

  const events = page.getByRole('region', { name: 'What happened' });
  const form = page.getByRole('dialog');
  const openTrends = () => page.getByRole('link', { name: 'Trends', exact: true }).click();
  const line = page.getByRole('region', { name: /^Symmetry at trot/ }).getByRole('listitem');
  await t.test('what happened to the horse is written down, and is a line in its trends', async () => {
    await events.getByRole('button', { name: 'Add an event' }).click();
    await form.getByLabel('What', { exact: true }).selectOption('Shoeing');
    await form.getByLabel('When').fill(`${lately.slice(0, 10)}T08:00`);
    await form.getByLabel(/^What should be remembered/).fill('New shoes in front');
    await form.getByRole('button', { name: 'Save' }).click();
    await events.getByText('New shoes in front').waitFor();
    await openTrends();
    await line.filter({ hasText: 'Shoeing: New shoes in front' }).waitFor();
  });

  await t.test('it is changed and removed again', async () => {
    await page.goBack();
    await events.getByRole('button', { name: /^Change: Shoeing/ }).click();
    await form.getByLabel('What', { exact: true }).selectOption('Treatment');
    await form.getByRole('button', { name: 'Save' }).click();
    await events.getByRole('button', { name: /^Remove: Treatment/ }).waitFor();
    await openTrends();
    await line.filter({ hasText: 'Treatment: New shoes in front' }).waitFor();
    await page.goBack();
    await events.getByRole('button', { name: /^Remove: Treatment/ }).click();
    await events.getByText('New shoes in front').waitFor({ state: 'detached' });
  });

  await t.test('it is deleted for good only by whoever types its name', async () => {
    await page.getByLabel('More actions').click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    const button = form.getByRole('button', { name: 'Delete for good' });
    assert.equal(await button.isDisabled(), true);
    await form.getByLabel('Type Vento to go on').fill('vento');
    assert.equal(await button.isDisabled(), true);
    await form.getByLabel('Type Vento to go on').fill('Vento');
    await button.click();
    await page.getByRole('heading', { name: 'Welcome. Three steps to the first ride' }).waitFor();
    assert.equal((await page.request.get(`api/v1/horses/${horse}`)).status(), 404);
    assert.deepEqual((await (await page.request.get('api/v1/sessions?removed=true')).json()).items, []);
  });
});
