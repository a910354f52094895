import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { brokenRules } from '../testing/axe.fixture.ts';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter } from '../testing/steps.fixture.ts';

const stage = setStage({ demo: true });

test('the demo stable appears by itself, six sentences show it, and one click removes it', {
  skip,
}, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  const banner = page.getByRole('region', { name: 'The demo stable' });
  const horse = (name: string) => page.getByRole('link', { name, exact: true });

  await t.test('while it is being made, the page says how far it is, and shows what is there', async () => {
    await banner.getByText(/^The demo stable is being prepared: \d+ of \d\d rides/).waitFor();
    const bar = banner.getByRole('progressbar');
    await page.locator('.demo-banner [role=progressbar]:not([aria-valuenow="0"])').waitFor();
    assert.ok(Number(await bar.getAttribute('aria-valuenow')) > 0);
    for (const name of ['Luna', 'Vento', 'Brisa']) await horse(name).waitFor();
    assert.equal(await page.getByText('Demo', { exact: true }).count(), 3);
  });

  await addHorse(page, 'Amadeus');

  await t.test(
    'each sentence of the tour is said on the page it speaks of, which can be used meanwhile',
    async () => {
      // It is offered once all rides are there, minutes from now; a tour that was begun goes on after a reload.
      await page.setViewportSize({ width: 360, height: 740 });
      await page.evaluate("sessionStorage.setItem('piaffe-tour', '0')");
      await page.reload();
      const tour = page.getByRole('complementary', { name: 'Guided tour' });
      await tour.getByText('Guided tour, 1 of 6').waitFor();
      await page.locator('.horse-card.in-spotlight').waitFor();
      assert.deepEqual(await brokenRules(page), []);
      for (const [number, place] of [
        [2, 'Luna: trends'],
        [3, 'Vento: trends'],
        [4, 'Brisa: trends'],
      ] as const) {
        await tour.getByRole('button', { name: 'Next' }).click();
        await tour.getByText(`Guided tour, ${number} of 6`).waitFor();
        await page.getByRole('heading', { name: place }).waitFor();
        await page.waitForFunction("document.activeElement?.classList.contains('tour')");
        // So early a horse may have no ride yet, and then there is no chart to speak of.
        const chart = page.locator('.large-metric .in-spotlight');
        await chart
          .or(page.getByRole('main').getByRole('heading', { name: 'No trend yet' }))
          .first()
          .waitFor();
        if (await chart.isVisible()) await isAboveTheTour(page);
      }
      await page.getByRole('link', { name: 'Horses' }).click();
      await tour.getByRole('link', { name: 'Show me' }).click();
      await page.getByRole('heading', { name: 'Brisa: trends' }).waitFor();
      await tour.getByRole('button', { name: 'Back' }).click();
      await page.getByRole('heading', { name: 'Vento: trends' }).waitFor();
      await tour.getByRole('button', { name: 'End the tour' }).click();
      await tour.waitFor({ state: 'detached' });
      await page.reload();
      await page.getByRole('heading', { name: 'Vento: trends' }).waitFor();
      assert.equal(await tour.count(), 0);
    },
  );

  await t.test('it is gone for good after one click, and what one added oneself is still there', async () => {
    await page.getByRole('link', { name: 'Horses' }).click();
    await banner.getByRole('button', { name: 'Remove the demo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove the demo stable?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    // The page may just be asking for the trends of a horse that goes.
    visitor.forgive(/status of 404 .*\/horses\/[^/]+\/trends/);
    await banner.getByRole('button', { name: 'Remove the demo' }).click();
    await dialog.getByRole('button', { name: 'Remove the demo' }).click();
    await banner.waitFor({ state: 'detached' });
    await horse('Luna').waitFor({ state: 'detached' });
    await horse('Amadeus').waitFor();
    await page.reload();
    await horse('Amadeus').waitFor();
    assert.equal(await page.getByRole('region', { name: /Luna|Vento|Brisa|demo/ }).count(), 0);
  });
});

/** Waits until the whole of what the tour speaks of is seen, between the bar and the tour. */
async function isAboveTheTour(page: Page): Promise<void> {
  for (let tries = 0; ; tries++) {
    const [top, bottom, bar, tour] = await page.evaluate<number[]>(`(() => {
      const box = (of) => document.querySelector(of).getBoundingClientRect();
      const framed = box('.in-spotlight');
      return [framed.top, framed.bottom, box('.bar').bottom, box('.tour').top];
    })()`);
    if (top! >= bar! && bottom! <= tour!) return;
    assert.ok(tries < 50, `from ${top} to ${bottom}, and there is room from ${bar} to ${tour}`);
    await page.waitForTimeout(100);
  }
}
