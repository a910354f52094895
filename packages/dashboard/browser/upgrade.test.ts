import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { enter } from '../testing/steps.fixture.ts';

const stage = setStage();

test('a page whose files are gone after an upgrade is loaded anew by itself, once', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  let loads = 0;
  page.on('load', () => loads++);
  await page.route('**/assets/settings-page-*', (route) => route.fulfill({ status: 404 }));
  await page.getByLabel('Account').click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'This page broke' }).waitFor();
  assert.equal(loads, 1);
  await page.unroute('**/assets/settings-page-*');
  await page.getByRole('button', { name: 'Load again' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  visitor.forgive(/404|Failed to fetch dynamically|Unable to preload|settings-page/);
});
