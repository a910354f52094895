import type { Page } from 'playwright-core';
import type { Server } from './server.fixture.ts';

/** What visitors do again and again, by what they see. */

/** Comes by a sign-in link, and puts the password off. */
export async function enter(page: Page, server: Server): Promise<void> {
  await page.goto(await server.signInLink());
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Account' }).or(page.getByLabel('Account')).first().waitFor();
}

export async function addHorse(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Horses' }).click();
  await page.getByRole('button', { name: /^Add (a|your first) horse$/ }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name, exact: true }).first().waitFor();
}

/** Chooses files on the upload page. */
export async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Upload', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles([...files]);
}

/** The row of a file on the upload page; the latest when there are several of that name. */
export function fileRow(page: Page, name: string) {
  return page.getByRole('listitem').filter({ hasText: name }).first();
}

/** Uploads a ride and opens its page, which has filled by then. */
export async function openRide(page: Page, file: string): Promise<void> {
  const name = file.split('/').at(-1) ?? file;
  await choose(page, file);
  await fileRow(page, name).getByRole('link', { name: 'Open the ride' }).click();
  await page.getByRole('heading', { name: 'Time per gait' }).waitFor();
}
