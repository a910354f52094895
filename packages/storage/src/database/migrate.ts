import { type Kysely, sql } from 'kysely';
import { StorageProblem } from '../storage-problem.ts';
import type { Migrations } from '../store.ts';

interface MigrationTables {
  storage_migrations: { module: string; name: string; applied_at: string };
}

interface Step {
  readonly module: string;
  readonly name: string;
  up(database: Kysely<unknown>): Promise<void>;
}

/** What is still to be done to a database, in order. Throws `newer` when it holds steps that are not among `migrations`. */
export async function pendingSteps(
  folder: string,
  database: Kysely<unknown>,
  migrations: Migrations,
): Promise<{ readonly applied: number; readonly pending: readonly Step[] }> {
  const known = Object.entries(migrations).flatMap(([module, steps]) =>
    steps.map((step): Step => ({ module, name: step.name, up: (database) => step.up(database) })),
  );
  const applied = new Set(await appliedSteps(database));
  const unknown = [...applied].filter((step) => !known.some((other) => fullName(other) === step));
  if (unknown.length > 0) {
    throw new StorageProblem(
      'newer',
      `The folder ${folder} is from a newer version of Piaffe (${unknown.join(', ')} is not known here). ` +
        'Start that version, or name another folder. Nothing was changed.',
    );
  }
  return { applied: applied.size, pending: known.filter((step) => !applied.has(fullName(step))) };
}

/** Each step in a transaction of its own, with the record that it was made. */
export async function migrate(
  database: Kysely<unknown>,
  steps: readonly Step[],
  now: () => Date,
): Promise<void> {
  const own = database as unknown as Kysely<MigrationTables>;
  await sql`pragma foreign_keys = off`.execute(database);
  try {
    for (const step of steps) {
      await own.transaction().execute(async (transaction) => {
        await sql`create table if not exists storage_migrations (
          module text not null, name text not null, applied_at text not null, primary key (module, name)
        ) strict, without rowid`.execute(transaction);
        await step.up(transaction as unknown as Kysely<unknown>);
        const { rows } = await sql<{ table: string }>`pragma foreign_key_check`.execute(transaction);
        if (rows.length > 0)
          throw new Error(`${fullName(step)} leaves rows of ${rows[0]?.table} that refer to nothing`);
        await transaction
          .insertInto('storage_migrations')
          .values({ module: step.module, name: step.name, applied_at: now().toISOString() })
          .execute();
      });
    }
  } finally {
    await sql`pragma foreign_keys = on`.execute(database);
  }
}

async function appliedSteps(database: Kysely<unknown>): Promise<readonly string[]> {
  const found = await sql`select 1 from sqlite_schema where name = 'storage_migrations'`.execute(database);
  if (found.rows.length === 0) return [];
  const own = database as unknown as Kysely<MigrationTables>;
  return (await own.selectFrom('storage_migrations').select(['module', 'name']).execute()).map(fullName);
}

const fullName = ({ module, name }: { readonly module: string; readonly name: string }) =>
  `${module}/${name}`;
