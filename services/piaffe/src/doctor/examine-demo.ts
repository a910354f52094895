import type { Database } from '@piaffe/storage';
import { type DemoState, progressOf } from '../demo/progress.ts';
import { type Finding, ok } from './finding.ts';

/** How far the demo stable of a data folder is. Whatever it is, the next start sees to it. */
export async function examineDemo(database: Database): Promise<Finding> {
  const progress = progressOf(database);
  const row = await progress.read();
  const rides = (await progress.made('ride')).size;
  return ok('demo', row === null ? 'There is no demo stable.' : sentences[row.state](rides));
}

const sentences: Readonly<Record<DemoState, (rides: number) => string>> = {
  seeding: (rides) =>
    `The demo stable has ${rides} rides so far; the server goes on with it unless it is started with --no-demo.`,
  seeded: (rides) => `There is the demo stable, with ${rides} rides. Its owner can remove it on the pages.`,
  removing: () => 'The demo stable is being removed; the server brings that to its end.',
  removed: () => 'The demo stable has been removed, and does not come again.',
};
