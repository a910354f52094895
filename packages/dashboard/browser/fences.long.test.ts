import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeJumping, writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

test('a ride over fences', { skip }, async (t) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  const { motion, watch } = await writeJumping(stage.server.scratch);
  await openRide(page, await writeRide(stage.server.scratch, 'other.csv', 3));
  const other = page.url();
  await openRide(page, motion);
  const ride = page.url();
  const jumps = page.getByRole('region', { name: 'Every jump' });

  await t.test('lists its jumps, and each leads to its place in the charts', async () => {
    assert.ok((await jumps.getByRole('button').count()) >= 3);
    await jumps.getByText(/^Combination 1: 2 of 2/).waitFor();
    await jumps.getByRole('button').first().click();
    assert.match(
      (await page.getByRole('slider').getAttribute('aria-valuetext')) ?? '',
      /^1:\d\d to 1:\d\d of/,
    );
  });

  await t.test(
    'is corrected by hand; what is being written stays, and one button brings back what was found',
    async () => {
      const found = await jumps.getByRole('button').count();
      await page.getByLabel('Add a note').fill('Written meanwhile');
      await page.getByRole('button', { name: 'Correct', exact: true }).click();
      const editor = page.getByRole('region', { name: 'Correct what was found' });
      await editor.getByRole('button', { name: /^No jump at/ }).click();
      await editor.getByLabel('From').fill('0:35');
      await editor.getByLabel('From').press('Enter');
      await editor.getByLabel('to', { exact: true }).fill('0:55');
      await editor.getByLabel('to', { exact: true }).press('Enter');
      await editor.getByLabel('This stretch was').selectOption('Pace');
      await editor.getByRole('button', { name: 'Set the gait' }).click();
      await editor.getByText('Corrected by hand: 1 stretch, 1 jump').waitFor();
      await editor.getByRole('button', { name: 'Save and analyse anew' }).click();
      await page.getByRole('rowheader', { name: 'Pace' }).first().waitFor();
      assert.equal(await jumps.getByRole('button').count(), found - 1);
      await page.getByText('As found', { exact: true }).waitFor();
      assert.equal(await page.getByLabel('Add a note').inputValue(), 'Written meanwhile');
      await page.getByRole('button', { name: 'Back to what was found' }).click();
      await page.getByText('As found', { exact: true }).waitFor({ state: 'detached' });
      await page.getByRole('rowheader', { name: 'Pace' }).first().waitFor({ state: 'detached' });
      assert.equal(await jumps.getByRole('button').count(), found);
    },
  );

  await t.test('gets heart rate and a way from the file of a watch, and gives them back', async () => {
    const adding = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add heart rate or GPS' }).click();
    await (await adding).setFiles(watch);
    await page.getByRole('heading', { name: 'Distance and energy' }).waitFor();
    await page.getByRole('heading', { name: 'Heart rate', exact: true }).waitFor();
    await page.getByRole('img', { name: /The way ridden/ }).waitFor();
    await page.getByRole('img', { name: /^Heart rate in bpm/ }).waitFor();
    await page.getByRole('button', { name: 'Take watch.tcx away from this ride' }).click();
    await page.getByRole('heading', { name: 'Distance and energy' }).waitFor({ state: 'detached' });
  });

  await t.test('tells of a file that does not belong to it, beside that file', async () => {
    const adding = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add heart rate or GPS' }).click();
    const lines = Array.from({ length: 30 }, (_, index) => {
      const [time, bpm] = [`2026-11-03T09:00:${String(index).padStart(2, '0')}Z`, 90 + index];
      return `<Trackpoint><Time>${time}</Time><HeartRateBpm><Value>${bpm}</Value></HeartRateBpm></Trackpoint>`;
    });
    const tcx = `<TrainingCenterDatabase><Activities><Activity><Lap><Track>${lines.join('')}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;
    const buffer = Buffer.from(tcx);
    await (await adding).setFiles({ name: 'next-day.tcx', mimeType: 'application/xml', buffer });
    const files = page.getByRole('region', { name: 'Heart rate and GPS' });
    await files.getByText(/^Recording 2 begins after the ride ends/).waitFor();
    const away = files.getByRole('button', { name: 'Take next-day.tcx away from this ride' });
    await away.click();
    await away.waitFor({ state: 'detached' });
  });

  await t.test('is laid beside another ride of the horse', async () => {
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByLabel('Ride B', { exact: true }).last().selectOption({ index: 1 });
    await page.getByRole('heading', { name: 'The numbers side by side' }).waitFor();
    assert.ok(page.url().includes(new URL(other).pathname.split('/').at(-1) ?? ''));
    await page.getByRole('heading', { name: 'Cadence at trot' }).waitFor();
    await page.getByText('What is usual is not known yet.').first().waitFor();
  });

  await t.test('prints on one page, however much was written about it', async () => {
    const [id] = ride.split('/').slice(-1);
    await page.evaluate(
      `(async () => {
        for (let at = 0; at < 8; at++)
          await fetch('api/v1/sessions/${id}/notes', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ at: null, text: 'A long note about this ride. '.repeat(40) }),
          });
      })()`,
    );
    await page.goto(ride);
    await page.getByRole('link', { name: 'Report' }).click();
    await page.getByRole('heading', { name: 'Notes' }).waitFor();
    await page.getByText('and 4 more notes').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length, 1);
  });
});
