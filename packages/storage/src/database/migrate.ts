import { type Kysely, sql } from 'kysely';
import { fullName, type Step, stepsTable } from './steps.ts';

/**
 * Makes steps, each in one transaction together with the record that it was made. Foreign keys are checked once a step is
 * through rather than on the way, so that a step can build a table anew.
 */
export async function migrate(database: Kysely<unknown>, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`pragma foreign_keys = off`.execute(database);
  try {
    for (const step of steps) {
      await database.transaction().execute(async (transaction) => {
        await step.up(transaction);
        const broken = await sql<{ table: string }>`pragma foreign_key_check`.execute(transaction);
        if (broken.rows.length > 0) {
          throw new Error(`${fullName(step)} leaves rows of ${broken.rows[0]?.table} that refer to nothing`);
        }
        const table = sql.table(stepsTable);
        await sql`create table if not exists ${table} (
          module text not null, name text not null, made_at text not null, primary key (module, name)
        ) strict, without rowid`.execute(transaction);
        const madeAt = new Date().toISOString();
        await sql`insert into ${table} values (${step.module}, ${step.name}, ${madeAt})`.execute(transaction);
      });
    }
  } finally {
    await sql`pragma foreign_keys = on`.execute(database);
  }
}
