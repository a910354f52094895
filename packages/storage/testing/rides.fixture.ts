import { sql } from 'kysely';
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
