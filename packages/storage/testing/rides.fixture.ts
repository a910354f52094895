import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { type Migrations, newId, type Store } from '../src/index.ts';
import { inChunks } from './bytes.fixture.ts';

/** A module's tables to test with. */
export interface RideTables {
  rides_ride: { id: string; sha256: string };
}

export const rides: Migrations = {
  rides: [
    {
      name: '0001-rides',
      up: async (database) => {
        await sql`create table rides_ride (id text primary key, sha256 text not null) strict`.execute(
          database,
        );
      },
    },
  ],
};

/** With so many tables more, each made in its own time and told. */
export function moreRides(tables: number, say: (line: string) => void = () => {}): Migrations {
  const steps = Array.from({ length: tables }, (_, n) => ({
    name: `000${n + 2}-more`,
    up: async (database: Kysely<unknown>) => {
      say(`making ${n}`);
      await pause(50);
      await sql`create table ${sql.table(`rides_more_${n}`)} (id text primary key) strict`.execute(database);
    },
  }));
  return { rides: [...rides.rides!, ...steps] };
}

/** Keeps a recording as the server does: its bytes first, then the row that is the acknowledgement. */
export async function keepRide(store: Store, bytes: Uint8Array): Promise<string> {
  const { sha256 } = await store.blobs.put(inChunks(bytes));
  await store.database.as<RideTables>().insertInto('rides_ride').values({ id: newId(), sha256 }).execute();
  return sha256;
}

export async function keptRides(store: Store): Promise<readonly string[]> {
  const rows = await store.database.as<RideTables>().selectFrom('rides_ride').select('sha256').execute();
  return rows.map(({ sha256 }) => sha256);
}
