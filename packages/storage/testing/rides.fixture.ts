import { sql } from 'kysely';
import type { Migrations } from '../src/index.ts';

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
