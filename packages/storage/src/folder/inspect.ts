import { existsSync } from 'node:fs';
import { brokenPages, brokenReferences } from '../database/integrity.ts';
import { lookAt } from '../database/look-at.ts';
import { type Step, stepsMade, stepsToMake } from '../database/steps.ts';
import { damaged } from '../storage-problem.ts';
import type { Migrations } from '../store.ts';
import { hasBlobs } from './has-blobs.ts';
import { layout } from './layout.ts';
import { partsOf } from './parts.ts';

/** What was found in a data folder before anything in it was changed. */
export interface Found {
  /** Whether there is a database with tables of ours. */
  readonly there: boolean;
  /** What is still to be done to it, in order. */
  readonly steps: readonly Step[];
}

/**
 * Looks at a data folder without changing it. After a server that did not end by itself the database is checked as a
 * whole; only who is alone there can tell. Throws a `StorageProblem`: `newer`, `damaged`.
 */
export function inspect(
  folder: string,
  migrations: Migrations,
  { alone }: { readonly alone: boolean },
): Found {
  const { database: path } = layout(folder);
  const database = lookAt(path);
  if (database === null) {
    // A new one would leave the recordings to nobody.
    if (hasBlobs(folder)) throw damaged(folder, noDatabase);
    return { there: false, steps: stepsToMake(folder, [], migrations) };
  }
  try {
    const made = stepsMade(database);
    const steps = stepsToMake(folder, made, migrations);
    if (made.length === 0 && steps.length > 0 && hasBlobs(folder)) throw damaged(folder, othersDatabase);
    if (alone && marks(folder).length > 0) {
      const broken = [...brokenPages(database, path), ...brokenReferences(database)];
      if (broken.length > 0) throw damaged(folder, broken.join('; '));
    }
    return { there: made.length > 0, steps };
  } finally {
    database.close();
  }
}

/** Left by processes that run, or that did not end by themselves. */
export function marks(folder: string): readonly string[] {
  return [layout(folder), ...partsOf(folder)].map(({ running }) => running).filter(existsSync);
}

const noDatabase = 'there are recordings, but no piaffe.db, or an empty one';
const othersDatabase = 'there are recordings, but piaffe.db holds no tables of Piaffe';
