import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

test('the settings are for what is one’s own, and take it out, in and away', { skip }, async (t) => {
  await using host = await stage.visit();
  await using guest = await stage.visit();
  const { page } = host;
  const exported = join(stage.server.scratch, 'export.zip');
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await openRide(page, await writeRide(stage.server.scratch, 'ride.csv'));
  await toSettings(page);

  await t.test('language and units are kept with the account, for every browser', async () => {
    await page.getByLabel('Units').selectOption({ label: 'Imperial (in, miles, lb)' });
    await page
      .getByRole('region', { name: 'How the pages look' })
      .getByLabel('Language')
      .selectOption('Deutsch');
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    assert.equal(await page.getByLabel('Einheiten').inputValue(), 'imperial');

    await using elsewhere = await stage.visit();
    await elsewhere.page.goto(await stage.server.signInLink());
    await elsewhere.page.getByRole('link', { name: 'Pferde', exact: true }).waitFor();

    await page.getByLabel('Sprache').selectOption('English');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  await t.test('a sign-in that is ended is out at once', async () => {
    const signIns = page.getByRole('region', { name: 'Where you are signed in' });
    await using elsewhere = await stage.visit();
    await elsewhere.page.goto(await stage.server.signInLink());
    await elsewhere.page.getByRole('link', { name: 'Horses', exact: true }).waitFor();
    await page.reload();
    await signIns.getByText('this browser').waitFor();
    assert.equal(await signIns.getByRole('listitem').count(), 3);
    for (const left of [2, 1]) {
      await signIns
        .getByRole('button', { name: /^End the sign-in/ })
        .first()
        .click();
      await signIns.getByRole('listitem').nth(left).waitFor({ state: 'detached' });
    }
    await elsewhere.page.getByRole('link', { name: 'Upload', exact: true }).click();
    await elsewhere.page.reload();
    await elsewhere.page.getByRole('button', { name: 'Sign in' }).waitFor();
    elsewhere.forgive(/status of 401 /);
  });

  await t.test('a rider is added, renamed and archived', async () => {
    const riders = page.getByRole('region', { name: 'Riders' });
    await riders.getByLabel('Name of another rider').fill('Robin');
    await riders.getByRole('button', { name: 'Add' }).click();
    await riders.getByRole('button', { name: 'Rename Robin' }).click();
    await riders.getByRole('textbox', { name: 'Rename Robin' }).fill('Robin B');
    await riders.getByRole('button', { name: 'Save' }).click();
    await riders.getByRole('button', { name: 'Archive Robin B' }).click();
    await riders.getByText('Robin B').waitFor({ state: 'detached' });
  });

  await t.test('everything is one file, and what it holds is recognised when it comes back', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export everything' }).click();
    const file = await download;
    assert.match(file.suggestedFilename(), /^piaffe-.*\.zip$/);
    await file.saveAs(exported);
    await takeIn(page, exported);
    await page.getByText('0 rides taken in, 1 ride here already.').waitFor();
  });

  await t.test('who is alone is told that deleting the account leaves nobody', async () => {
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('dialog').getByText('Nobody else has an account here').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  });

  await t.test('an account without a password is told so, in its menu too', async () => {
    await page.getByText('This account has no password').waitFor();
    await page.getByLabel('Account', { exact: true }).click();
    await page.getByRole('link', { name: 'No password yet: set one' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await t.test('another account takes in the file', async () => {
    await guest.page.goto(await invitation(page));
    await guest.page.getByLabel('Name').fill('Ben');
    await guest.page.getByLabel('New password').fill('hay straw oats carrots');
    await guest.page.getByRole('button', { name: 'Create my account' }).click();
    await toSettings(guest.page);
    await takeIn(guest.page, exported);
    await guest.page.getByText('1 ride taken in, 0 rides here already.').waitFor();
    await guest.page.getByRole('link', { name: 'To my horses' }).click();
    await guest.page.getByRole('heading', { name: 'Vento' }).waitFor();
  });

  await t.test('who runs the server alone cannot leave others on it without anybody', async () => {
    await page.getByRole('button', { name: 'Delete for good' }).click();
    const dialog = page.getByRole('dialog');
    assert.equal(await dialog.getByText('Nobody else has an account here').count(), 0);
    await dialog.getByLabel('Type administrator to go on').fill('administrator');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    host.forgive(/status of 409 /);
  });

  await t.test('an account is deleted with all of it, by its name and its password', async () => {
    await toSettings(guest.page);
    await guest.page.getByRole('button', { name: 'Delete for good' }).click();
    const dialog = guest.page.getByRole('dialog');
    const leave = dialog.getByRole('button', { name: 'Delete for good' });
    await dialog.getByLabel('Type Ben to go on').fill('Ben');
    await dialog.getByLabel('Present password').fill('not the password');
    await leave.click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Present password').fill('hay straw oats carrots');
    await leave.click();
    await guest.page.getByRole('button', { name: 'Sign in' }).waitFor();
    guest.forgive(/status of 401 /);
  });
});

async function toSettings(page: Page): Promise<void> {
  await page.getByLabel('Account').click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
}

async function takeIn(page: Page, file: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Everything in one file' })
    .locator('input[type=file]')
    .setInputFiles(file);
}

/** A link to an account of somebody else, made without the page that is for it. */
async function invitation(page: Page): Promise<string> {
  const token = await page.evaluate(async () => {
    const body = JSON.stringify({ note: 'Ben', role: 'rider' });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(new URL('api/v1/invitations', document.baseURI), {
      method: 'POST',
      headers,
      body,
    });
    return (await answer.json()).token as string;
  });
  return `${stage.server.url}/#invitation=${token}`;
}
