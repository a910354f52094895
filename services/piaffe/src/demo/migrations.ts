import type { Migration } from '@piaffe/storage';
import { sql } from 'kysely';

export const demoMigrations: readonly Migration[] = [
  {
    name: '0001-demo',
    async up(database) {
      await sql`create table demo_stable (
        one integer primary key check (one = 1),
        state text not null,
        owner text not null,
        begun_at text not null,
        language text not null,
        rides integer
      ) strict`.execute(database);
      await sql`create table demo_made (
        kind text not null,
        key text not null,
        id text,
        primary key (kind, key)
      ) strict`.execute(database);
    },
  },
];
