import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

test('a ride can be put right afterwards', { skip }, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await addHorse(page, 'Luna');
  await page.getByRole('link', { name: 'Upload', exact: true }).click();
  await page.getByLabel('Horse', { exact: true }).selectOption('Vento');
  await openRide(page, await writeRide(stage.server.scratch, 'second-half.csv', 1));
  const second = page.url();
  await openRide(page, await writeRide(stage.server.scratch, 'first-half.csv', 2));

  await t.test('what is said about it, and when it began', async () => {
    await say(page, '2026-05-01T10:00:00');
    await page.getByText('Friday 1 May 2026, 10:00').waitFor();
    await page.getByText(/Hack/).waitFor();
    await page.goto(second);
    await say(page, '2026-05-01T10:05:00');
    await page.getByText('Friday 1 May 2026, 10:05').waitFor();
  });

  await t.test('two recordings of one ride are merged, and split again', async () => {
    await action(page, 'Merge with another ride');
    await page.getByRole('radio', { name: /10:00/ }).check();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Friday 1 May 2026, 10:00').waitFor();
    await page.getByRole('link', { name: 'Raw file first-half.csv' }).waitFor();
    await page
      .getByText(/^8 min/)
      .first()
      .waitFor();
    await page.getByLabel('Add a note').fill('Hurried');
    await action(page, 'Split into its recordings');
    await page.getByRole('button', { name: 'Split', exact: true }).click();
    await page.getByRole('link', { name: 'Raw file', exact: true }).waitFor();
    await page.locator('[role=slider][aria-valuemax="180"]').waitFor();
  });

  await t.test('what was being written meanwhile is still there', async () => {
    assert.equal(await page.getByLabel('Add a note').inputValue(), 'Hurried');
  });

  await t.test('it is given to another horse', async () => {
    await action(page, 'Move to another horse');
    await page.getByLabel('Horse', { exact: true }).selectOption('Luna');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('heading', { name: 'Luna' }).waitFor();
  });

  await t.test('notes are changed and removed', async () => {
    const notes = page.getByRole('region', { name: 'Notes' });
    await notes.getByRole('button', { name: 'Add a note' }).click();
    await notes.getByText('Hurried').waitFor();
    await notes.getByRole('button', { name: 'Edit the note' }).click();
    await notes.getByLabel('Note', { exact: true }).fill('Hurried at first');
    await notes.getByLabel('At', { exact: true }).fill('0:20');
    await notes.getByRole('button', { name: 'Save' }).click();
    await notes.getByText('Hurried at first').waitFor();
    await notes.getByRole('button', { name: '0:20' }).waitFor();
    await notes.getByRole('button', { name: 'Remove the note' }).click();
    await notes.getByText('Hurried at first').waitFor({ state: 'detached' });
  });

  await t.test(
    'words that are only heard stay inside the lists that scroll, and do not lengthen the page',
    async () => {
      const inside = await page.evaluate(
        "[...document.querySelectorAll('ol .for-screen-readers')].map((one) => one.closest('ol').contains(one.offsetParent))",
      );
      assert.ok(Array.isArray(inside) && inside.length > 0);
      assert.deepEqual([...new Set(inside)], [true]);
    },
  );

  await t.test('a straight and a transition lead to their place in the charts', async () => {
    const strip = page.getByRole('slider');
    await page.getByRole('region', { name: 'Symmetry on each straight' }).getByRole('button').first().click();
    const straight = await strip.getAttribute('aria-valuetext');
    assert.match(straight ?? '', /^\d:\d\d to \d:\d\d of 3:00$/);
    await page.getByRole('region', { name: 'Every transition' }).getByRole('button').first().click();
    assert.notEqual(await strip.getAttribute('aria-valuetext'), straight);
  });
});

async function action(page: Page, name: string): Promise<void> {
  await page.getByLabel('More actions').click();
  await page.getByRole('button', { name, exact: true }).click();
}

async function say(page: Page, start: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type').fill('Hack');
  await dialog.getByLabel('Began').fill(start);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}
