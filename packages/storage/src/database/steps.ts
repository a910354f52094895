import type { DatabaseSync } from 'node:sqlite';
import { StorageProblem } from '../storage-problem.ts';
import type { Migration, Migrations } from '../store.ts';

/** The table that says which steps were made. */
export const stepsTable = 'storage_migrations';

/** One step and whose it is. */
export interface Step extends Migration {
  readonly module: string;
}

export const fullName = ({ module, name }: Step): string => `${module}/${name}`;

/** The steps that a database still needs, in order. Throws `newer` when some were made that are not among `migrations`. */
export function stepsToMake(
  folder: string,
  made: readonly string[],
  migrations: Migrations,
): readonly Step[] {
  const known = Object.entries(migrations).flatMap(([module, steps]) =>
    steps.map((step): Step => ({ module, name: step.name, up: (database) => step.up(database) })),
  );
  const names = new Set(known.map(fullName));
  const unknown = made.filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new StorageProblem(
      'newer',
      `The folder ${folder} is from a newer version of Piaffe: this one does not know ${unknown.join(', ')}. ` +
        'Start the newer version, or name another folder. Nothing was changed.',
    );
  }
  return known.filter((step) => !made.includes(fullName(step)));
}

/** By their full names, in no order; none where there is no such table yet. */
export function stepsMade(database: DatabaseSync): readonly string[] {
  const table = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(stepsTable);
  if (table === undefined) return [];
  return database
    .prepare(`SELECT module, name FROM ${stepsTable}`)
    .all()
    .map((row) => `${row.module}/${row.name}`);
}
