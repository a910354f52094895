import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { neverAtRest, writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

test('a ride says which of its numbers are less certain, and why', { skip }, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await openRide(page, await writeRide(stage.server.scratch, 'lively.csv', 1, neverAtRest));

  for (const name of ['Rein balance', 'Gait by rein']) {
    await t.test(`where the offset of the gyroscope is not known, at ${name.toLowerCase()}`, async () => {
      const part = page.getByRole('region', { name });
      await part.getByText('fair data').first().waitFor();
      await part.getByText(/^Less certain: .*rest/).waitFor();
    });
  }

  await t.test('what is concluded from the reins is marked too', async () => {
    const part = page.getByRole('region', { name: 'Rein balance' });
    await part.locator('p', { hasText: 'curves' }).getByText('fair data').waitFor();
  });

  await t.test('good numbers have no mark, and that is said', async () => {
    await page.getByText('No mark: good data.').waitFor();
  });

  await t.test('what the numbers mean is told to those who ask', async () => {
    await page.getByText('What these numbers mean').click();
    await page.getByText(/^How little the duration of the strides varies/).waitFor();
    await page.getByRole('region', { name: 'Time per gait' }).getByText('Gait minutes').waitFor();
  });

  await t.test('the file it came from is named where its start is not known', async () => {
    await page.locator('header').getByText('lively.csv').waitFor();
  });

  await t.test('the kinds of transition that are not shown are counted', async () => {
    const part = page.getByRole('region', { name: 'Transitions', exact: true });
    await part.getByText('and 2 more kinds', { exact: true }).waitFor();
  });
});
