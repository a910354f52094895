import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenRules } from '../testing/axe.fixture.ts';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { everyPage, settled } from '../testing/every-page.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

test('every page keeps the rules of WCAG 2.2 AA that a machine can check, wide and narrow, light and dark', {
  skip,
}, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await keepsTheRules('sign in');
  await enter(page, stage.server);
  await keepsTheRules('first steps');
  await addHorse(page, 'Vento');
  const horse =
    (await page.getByRole('link', { name: 'Vento', exact: true }).first().getAttribute('href')) ?? '';
  await openRide(page, await writeRide(stage.server.scratch, 'one.csv', 1));
  const otherSession = idIn(page.url());
  await openRide(page, await writeRide(stage.server.scratch, 'two.csv', 2));
  const places = { horse: idIn(horse), session: idIn(page.url()), otherSession };
  for (const { name, address, ready } of everyPage) {
    await t.test(name, async () => {
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 360],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.goto(address(places));
        await ready(page);
        await settled(page);
        await keepsTheRules(`${name}, ${width} px, ${colorScheme}`);
      }
    });
  }

  async function keepsTheRules(what: string): Promise<void> {
    assert.deepEqual(await brokenRules(page), [], what);
  }
});

test('a page that breaks a rule is found out', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.evaluate("document.querySelector('label').remove()");
  assert.match((await brokenRules(page)).join('\n'), /label/);
});

const idIn = (address: string) => address.split('/').at(-1) ?? '';
