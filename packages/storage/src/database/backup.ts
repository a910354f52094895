import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Layout } from '../folder/layout.ts';
import { makeFile } from '../folder/make-file.ts';
import { syncFolder } from '../folder/sync-folder.ts';
import type { Step } from './steps.ts';

const copiesKept = 3;
const copy = /^before-.*\.db$/;

/**
 * Copies the database into `backups` as it is before a step, and takes all but the latest copies away. There is one per
 * step: a migration that is tried again and again does not push out the copies of earlier ones.
 */
export async function backUp(places: Layout, { module, name }: Step): Promise<void> {
  const { database, backups, incoming } = places;
  const copyName = `before-${module}-${name}.db`;
  const temporary = join(incoming, copyName);
  makeFile(temporary);
  const source = new DatabaseSync(database);
  try {
    await backup(source, temporary);
  } finally {
    source.close();
  }
  const file = await open(temporary, 'r+');
  await file.sync().finally(() => file.close());
  await rename(temporary, join(backups, copyName));
  for (const old of (await copiesIn(backups)).slice(copiesKept)) await rm(join(backups, old));
  await syncFolder(backups);
}

/** The latest first. */
async function copiesIn(backups: string): Promise<readonly string[]> {
  const names = (await readdir(backups)).filter((name) => copy.test(name));
  const copies = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(backups, name))).mtimeMs })),
  );
  return copies.sort((a, b) => b.at - a.at).map(({ name }) => name);
}
