import type { Migration } from '@piaffe/storage';
import { sql } from 'kysely';

export const migrations: readonly Migration[] = [
  {
    name: '0001-horses-and-riders',
    async up(database) {
      await sql`create table stable_horses (
        id text primary key,
        account text not null,
        name text not null,
        sort_name text not null,
        breed text,
        birth_year integer,
        mass_kg real,
        usual_mount text,
        time_zone text not null,
        archived integer not null,
        created_at text not null
      ) strict`.execute(database);
      await sql`create index stable_horses_by_name
        on stable_horses (account, archived, sort_name, id)`.execute(database);
      await sql`create table stable_riders (
        id text primary key,
        account text not null,
        name text not null,
        sort_name text not null,
        archived integer not null,
        created_at text not null
      ) strict`.execute(database);
      await sql`create index stable_riders_by_name
        on stable_riders (account, archived, sort_name, id)`.execute(database);
    },
  },
  {
    name: '0002-events-and-demo',
    async up(database) {
      await sql`alter table stable_horses add column demo integer not null default 0`.execute(database);
      await sql`create table stable_events (
        id text primary key,
        horse text not null references stable_horses (id),
        at text not null,
        kind text not null,
        text text not null
      ) strict`.execute(database);
      await sql`create index stable_events_by_time on stable_events (horse, at, id)`.execute(database);
    },
  },
];
