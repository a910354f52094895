import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

/** As the settings do: the account is told, by the cookie of the one who is signed in. */
async function prefer(page: Page, preferences: object): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    const url = new URL('api/v1/account', document.baseURI);
    return (await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(body) })).status;
  }, preferences);
  assert.equal(status, 200);
  await page.reload();
}

/** German words are long. The charts follow the width once the page has told them. */
async function fitsAPhone(page: Page): Promise<void> {
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  for (let look = 0; look < 50 && (await width()) !== 360; look++) await page.waitForTimeout(100);
  assert.equal(await width(), 360);
  if (desk) await page.setViewportSize(desk);
}

for (const [locale, language, title, button] of [
  ['de-CH', 'de', 'Anmelden', 'Anmelden'],
  ['fr-CA', 'fr', 'Se connecter', 'Se connecter'],
  ['it-IT', 'en', 'Sign in', 'Sign in'],
] as const) {
  test(`a browser that asks for ${locale} is answered in ${language}, and fetches no other language`, {
    skip,
  }, async () => {
    await using visitor = await stage.visit({ locale });
    const { page } = visitor;
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto('/');
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByRole('button', { name: button }).waitFor();
    assert.equal(await languageOf(page), language);
    const catalogues = fetched.filter((path) => /\/(en|fr|de)-[^/]*\.js$/.test(path));
    assert.equal(catalogues.length, 1);
    assert.match(catalogues[0] ?? '', new RegExp(`/${language}-`));
  });
}

test('a language that the browser keeps is there after a reload, whatever the browser asks for', {
  skip,
}, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.evaluate(() => localStorage.setItem('piaffe.language', 'fr'));
  for (const _ of [1, 2]) {
    await page.reload();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    assert.equal(await languageOf(page), 'fr');
  }
});

test('a ride is told in the language and units of the account, on every machine', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await openRide(page, await writeRide(stage.server.scratch, 'ride.csv', 8));
  const address = page.url();
  const cadence = (name: string) => page.getByRole('region', { name });
  assert.match(await cadence('Cadence and regularity').innerText(), /\d cm/);

  await prefer(page, { language: 'de' });
  await page.getByRole('heading', { name: 'Zeit je Gangart' }).waitFor();
  assert.equal(await languageOf(page), 'de');
  await page.getByText(/Nicht geritten: .*Renngalopp/).waitFor();
  const german = await cadence('Frequenz und Gleichmaß').innerText();
  assert.match(german, /\d,\d .*cm/);
  assert.doesNotMatch(german, /\d\.\d/);
  await fitsAPhone(page);

  await prefer(page, { language: 'fr', units: 'imperial' });
  await page.getByRole('heading', { name: 'Temps par allure' }).waitFor();
  assert.equal(await languageOf(page), 'fr');
  const french = await cadence('Cadence et régularité').innerText();
  assert.match(french, /\d,\d .*po/);
  assert.doesNotMatch(french, / cm/);
  await fitsAPhone(page);

  await prefer(page, { language: 'en' });
  await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
  assert.match(await cadence('Cadence and regularity').innerText(), /\d\.\d .*in\b/);
  assert.match(await page.getByRole('region', { name: 'Symmetry', exact: true }).innerText(), /\d mm/);
  await page.getByRole('figure').filter({ hasText: 'Elevation' }).getByText('in', { exact: true }).waitFor();

  await prefer(page, { language: null, units: 'metric' });
  await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
  assert.match(await cadence('Cadence and regularity').innerText(), /\d cm/);
  assert.equal(page.url(), address);
});

test('a problem is told in the language of the page', { skip }, async () => {
  await using visitor = await stage.visit({ locale: 'fr-FR' });
  const { page } = visitor;
  visitor.forgive(/status of 401/);
  await page.goto('/');
  await page.getByLabel('Nom').fill('personne');
  await page.getByLabel('Mot de passe').fill('ce n’est pas le bon');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('Le nom ou le mot de passe est faux').waitFor();
});
