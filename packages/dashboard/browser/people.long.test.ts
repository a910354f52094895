import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const stage = setStage();

test('somebody who was invited has a stable of their own, and sees nothing of another', {
  skip,
}, async (t) => {
  await using host = await stage.visit();
  await using guest = await stage.visit();
  await enter(host.page, stage.server);
  await addHorse(host.page, 'Vento');
  await openRide(host.page, await writeRide(stage.server.scratch, 'ride.csv'));
  const ride = host.page.url();
  await host.page.getByLabel('Account').click();
  await host.page.getByRole('link', { name: 'Run this server' }).click();

  await t.test('an invitation is a link that is shown once', async () => {
    await host.page.getByRole('button', { name: 'Invite somebody' }).click();
    await host.page.getByLabel('For whom').fill('Ben, from the yard');
    await host.page.getByRole('button', { name: 'Create the link' }).click();
    const link = await host.page.getByRole('textbox', { name: 'Send them this link' }).inputValue();
    await host.page.getByRole('button', { name: 'Done' }).click();
    await host.page.getByText('Ben, from the yard').waitFor();

    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: 'You are invited' }).waitFor();
    assert.equal(new URL(guest.page.url()).hash, '');
    await guest.page.getByLabel('Name').fill('Ben');
    await guest.page.getByLabel('New password').fill('hay straw oats carrots');
    await guest.page.getByRole('button', { name: 'Create my account' }).click();
    await guest.page.getByRole('heading', { name: 'Welcome. Three steps to the first ride' }).waitFor();
  });

  await t.test('the ride of another is not there, however its address became known', async () => {
    await guest.page.goto(ride);
    await guest.page.getByRole('heading', { name: 'This ride is not there' }).waitFor();
    await guest.page.getByRole('link', { name: 'Removed rides' }).waitFor();
    assert.equal(await guest.page.getByText('Vento').count(), 0);
    guest.forgive(/status of 404 .*\/sessions\/\w+(\/events)?\)$/);
    await guest.page.getByLabel('Account').click();
    assert.equal(await guest.page.getByRole('link', { name: 'Run this server' }).count(), 0);
    await guest.page.goto('administration');
    await guest.page.getByText(/^This page is for those who run this server/).waitFor();
  });

  await t.test('a link for a new password ends what was open, and signs in', async () => {
    await host.page.reload();
    await host.page.getByLabel('Actions for Ben').click();
    await host.page.getByRole('button', { name: 'Link for a new password' }).click();
    const link = await host.page.getByRole('textbox', { name: 'Send them this link' }).inputValue();
    await host.page.getByRole('button', { name: 'Done' }).click();
    await using elsewhere = await stage.visit();
    await elsewhere.page.goto(link);
    await elsewhere.page.getByLabel('New password').fill('a different set of words');
    await elsewhere.page.getByRole('button', { name: 'Set the password and sign in' }).click();
    await elsewhere.page.getByRole('heading', { name: 'Welcome. Three steps to the first ride' }).waitFor();
    await guest.page.getByRole('link', { name: 'Horses', exact: true }).click();
    await guest.page.getByText('Your sign-in has ended.').waitFor();
    guest.forgive(/status of 401 /);
  });

  await t.test('one’s own name and password are changed in the settings', async () => {
    await guest.page.getByLabel('Name').fill('Ben');
    await guest.page.getByLabel('Password').fill('a different set of words');
    await guest.page.getByRole('button', { name: 'Sign in' }).click();
    await guest.page.getByLabel('Account').click();
    await guest.page.getByRole('link', { name: 'Settings' }).click();
    const formOf = (button: string) =>
      guest.page.locator('form', { has: guest.page.getByRole('button', { name: button }) });
    const name = formOf('Save the name');
    await name.getByLabel('Name').fill('Benjamin');
    await name.getByRole('button', { name: 'Save the name' }).click();
    await name.getByText('Saved.').waitFor();
    const password = formOf('Change the password');
    await password.getByLabel('Present password').fill('a different set of words');
    await password.getByLabel('New password').fill('yet another set of words');
    await password.getByRole('button', { name: 'Change the password' }).click();
    await password.getByText('Saved.').waitFor();
  });

  await t.test('a token that was made lets a program in, until it is revoked', async () => {
    await guest.page.getByRole('button', { name: 'New token' }).click();
    await guest.page.getByLabel('What it is for').fill('notebook');
    await guest.page.getByRole('button', { name: 'Create the token' }).click();
    const token = await guest.page.getByRole('textbox', { name: 'Your new token' }).inputValue();
    await guest.page.getByRole('button', { name: 'Done' }).click();
    const ask = () =>
      fetch(`${stage.server.url}/api/v1/horses`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await ask()).status, 200);
    await guest.page.getByRole('button', { name: 'Revoke' }).click();
    await guest.page.getByText('notebook').waitFor({ state: 'detached' });
    assert.equal((await ask()).status, 401);
  });

  await t.test('who is suspended is out at once', async () => {
    await host.page.reload();
    await host.page.getByLabel('Actions for Benjamin').click();
    await host.page.getByRole('button', { name: 'Suspend' }).click();
    await host.page.getByText('suspended', { exact: true }).waitFor();
    await guest.page.getByRole('link', { name: 'Horses', exact: true }).click();
    await guest.page.getByText('Your sign-in has ended.').waitFor();
    guest.forgive(/status of 401 /);
  });
});
