import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The flags that keep a browser quiet: it asks nobody but the server. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is: PIAFFE_CHROMIUM, Debian's place, or `chromium` on the path; null when it is nowhere. */
export function findChromium(): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
  const places = [process.env.PIAFFE_CHROMIUM ?? '', '/usr/bin/chromium', ...onPath];
  return places.find((place) => place !== '' && isExecutable(place)) ?? null;
}

/**
 * Why the tests in a browser are skipped; false when they are not. Where nobody looks (CI=true) they are never skipped:
 * they fail.
 */
export const skippedBecause: string | false =
  findChromium() === null && process.env.CI !== 'true'
    ? 'there is no Chromium: install it, or name it in PIAFFE_CHROMIUM'
    : false;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
