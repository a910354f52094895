import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';

const stage = setStage();

test('a stranger comes by a link, adds a horse, uploads a ride, and reads, notes, trims and takes it home', {
  skip,
}, async (t) => {
  await using visitor = await stage.visit({ acceptDownloads: true });
  const { page } = visitor;
  const { server } = stage;

  await t.test('the link signs in, leaves the address at once, and a password is offered', async () => {
    await page.goto(await server.signInLink());
    await page.getByRole('heading', { name: 'Welcome to Piaffe' }).waitFor();
    assert.equal(new URL(page.url()).hash, '');
    await page.getByLabel('Name').fill('Ana');
    await page.getByLabel('New password').fill('a walk in the woods');
    await page.getByRole('button', { name: 'Save and go on' }).click();
  });

  await t.test('the first page says what to do, and the horse is there once it was added', async () => {
    await page.getByRole('heading', { name: 'Welcome. Three steps to the first ride' }).waitFor();
    await page.getByRole('button', { name: 'Add your first horse' }).click();
    await page.getByLabel('Name').fill('Vento');
    await page.getByLabel('Breed').fill('Lusitano');
    await page.getByLabel('Birth year').fill('2014');
    assert.equal(await page.getByLabel('Time zone').inputValue(), 'Europe/Berlin');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('link', { name: 'Vento', exact: true }).waitFor();
  });

  const file = await writeRide(server.scratch, 'schooling.csv');
  await t.test('a file that is chosen goes on its way, and its page fills by itself', async () => {
    await page.getByRole('link', { name: 'Upload a ride' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('Choose files').click();
    await (await chooser).setFiles(file);
    await page.getByRole('link', { name: 'Open the ride' }).click();
    await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
    for (const tile of ['Symmetry', 'Rein balance', 'Cadence and regularity', 'Transitions']) {
      await page.getByRole('heading', { name: tile, exact: true }).waitFor();
    }
    const gaits = page.getByRole('region', { name: 'Time per gait' });
    const trot = gaits.getByRole('row', { name: /Trot/ });
    assert.match(await trot.innerText(), /1 min \d\d s|2 min/);
    await gaits.getByText(/Not ridden: .*gallop/).waitFor();
    await page.getByText('One sensor on the trunk cannot name the side').waitFor();
  });

  const strip = page.getByRole('slider', { name: 'Part of the ride that the charts show' });
  const shown = () => strip.getAttribute('aria-valuetext');
  await t.test(
    'a drag on the strip shows that part in the charts, and the button shows all again',
    async () => {
      assert.equal(await shown(), 'the whole ride');
      await strip.scrollIntoViewIfNeeded();
      const box = (await strip.boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.25, box.y + 30);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5, box.y + 30, { steps: 4 });
      await page.mouse.up();
      assert.equal(await shown(), '0:45 to 1:30 of 3:00');
      await page.getByRole('button', { name: 'Whole ride' }).click();
      assert.equal(await shown(), 'the whole ride');
      await page.mouse.move(box.x + box.width * 0.5, box.y + 30);
      await page.mouse.wheel(0, -300);
      await page.getByRole('button', { name: 'Whole ride', disabled: false }).waitFor();
      await page.mouse.dblclick(box.x + box.width * 0.5, box.y + 30);
      assert.equal(await shown(), 'the whole ride');
    },
  );

  await t.test(
    'a click marks an instant, whose values are told and which a note can be pinned to',
    async () => {
      const box = (await strip.boundingBox())!;
      await page.mouse.click(box.x + box.width * 0.5, box.y + 30);
      await page.mouse.move(0, 0);
      await page.getByText(/^1:30 Trot/).waitFor();
      await page.getByRole('button', { name: 'Use the mark at 1:30' }).click();
      await page.getByLabel('Add a note').fill('Long and low from here');
      await page.getByRole('button', { name: 'Add a note' }).click();
      await page.getByRole('region', { name: 'Notes' }).getByText('Long and low from here').waitFor();
      await page.getByRole('button', { name: '1:30', exact: true }).click();
      assert.equal(await shown(), '1:00 to 2:00 of 3:00');
    },
  );

  await t.test('a trim leaves out what lies outside, and the note stays at what it is about', async () => {
    await page.getByRole('button', { name: 'Trim', exact: true }).click();
    await page.getByLabel('Keep from').fill('0:40');
    await page.getByLabel('Keep from').press('Enter');
    await page.getByLabel('to', { exact: true }).fill('2:40');
    await page.getByLabel('to', { exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Keep only this part' }).click();
    await page.getByText('Trimmed to 0:40–2:40 of the recording').waitFor();
    await page.getByRole('button', { name: '0:50', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Whole recording again' }).click();
    await page.getByRole('button', { name: '1:30', exact: true }).waitFor();
  });

  await t.test('the raw file comes back byte for byte, results and series in their formats', async () => {
    const take = async (name: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name, exact: true }).click();
      return readFile(await (await download).path());
    };
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    assert.equal(hash(await take('Raw file')), hash(await readFile(file)));
    const result = JSON.parse(String(await take('Result (JSON)')));
    assert.equal(result.recording.sha256, hash(await readFile(file)));
    assert.match(String(await take('Series (CSV)')).split('\n')[0] ?? '', /cadence/);
    assert.ok(JSON.parse(String(await take('Series (JSON)'))).columns.length >= 4);
    assert.equal(String((await take('Series (Arrow)')).subarray(0, 6)), 'ARROW1');
  });

  await t.test('a ride that was removed is brought back by one click, at once or from the list', async () => {
    await page.getByLabel('More actions').click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('heading', { name: 'This ride is removed' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'This ride is removed' }).waitFor({ state: 'detached' });
    await page.getByLabel('More actions').click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('heading', { name: 'This ride is removed' }).waitFor();
    await page.getByLabel('Account').click();
    await page.getByRole('link', { name: 'Removed rides' }).click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByText('Nothing is removed.').waitFor();
  });

  await t.test('whoever signs out comes back by name and password', async () => {
    await page.getByLabel('Account').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Name').fill('Ana');
    await page.getByLabel('Password').fill('the wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    visitor.forgive(/status of 401 .*\/sign-in\)$/);
    await page.getByLabel('Password').fill('a walk in the woods');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Vento', exact: true }).waitFor();
  });
});

test('a link that was used says so, and leads to the sign-in', { skip }, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const link = await stage.server.signInLink();
  await page.goto(link);
  await page.getByRole('heading', { name: /^(Welcome to Piaffe|My horses)$/ }).waitFor();
  await using other = await stage.visit();
  await other.page.goto(link);
  await other.page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  other.forgive(/status of 410 .*\/sign-in\)$/);
  await other.page.getByRole('button', { name: 'Sign in by name and password' }).click();
  await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
