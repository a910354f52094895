import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { fileRow } from '../testing/steps.fixture.ts';

const stage = setStage();

test('everything can be done without a mouse', { skip }, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto(await stage.server.signInLink());
  await page.getByRole('heading', { name: 'Welcome to Piaffe' }).waitFor();

  await t.test('forms are filled and sent by keys alone', async () => {
    await tabTo(page, 'New password');
    await page.keyboard.type('three horses and a goat');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Welcome. Three steps to the first ride' }).waitFor();
    await tabTo(page, 'Add your first horse');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Name');
    await page.keyboard.type('Vento');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Vento', exact: true }).waitFor();
  });

  await t.test('Escape closes a dialog and a menu, and the focus returns to what opened it', async () => {
    await tabTo(page, 'Edit Vento');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await focused(page), 'Edit Vento');
    await tabTo(page, 'Account');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), 'Account');
  });

  await t.test('a file is chosen by a key, and its ride opened', async () => {
    await tabTo(page, 'Upload a ride');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Upload rides' }).waitFor();
    await tabTo(page, 'Choose files');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(await writeRide(stage.server.scratch, 'ride.csv'));
    await fileRow(page, 'ride.csv').getByText('Done', { exact: true }).waitFor();
    await tabTo(page, 'Open the ride');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
  });

  await t.test('the strip zooms, moves, marks and shows all again by its keys', async () => {
    await tabTo(page, 'Part of the ride that the charts show');
    const strip = page.getByRole('slider');
    const shown = () => strip.getAttribute('aria-valuetext');
    await page.keyboard.press('+');
    assert.equal(await shown(), '0:30 to 2:30 of 3:00');
    await page.keyboard.press('ArrowRight');
    assert.equal(await shown(), '0:54 to 2:54 of 3:00');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByText(/^1:52 /).waitFor();
    await page.keyboard.press('-');
    assert.equal(await shown(), 'the whole ride');
    await page.keyboard.press('+');
    await page.keyboard.press('Home');
    assert.equal(await shown(), 'the whole ride');
  });

  await t.test('the first key on a page offers the way past the bar', async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Skip to the page');
  });

  await t.test('what has the focus can be seen to have it', async () => {
    for (let step = 0; step < 12; step++) {
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      assert.notEqual(outline, 'none', (await focused(page)) ?? '');
      await page.keyboard.press('Tab');
    }
  });
});

/** What is focused, by its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.textContent;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
  })()`);
}

/** Presses Tab until what has that name is focused. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 150; step++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never reaches ${name}`);
}
