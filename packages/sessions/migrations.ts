import type { Migration } from '@piaffe/storage';
import { sql } from 'kysely';

export const migrations: readonly Migration[] = [
  {
    name: '0001-sessions',
    async up(database) {
      for (const statement of [
        `create table session_results (
          id text primary key,
          key text not null,
          algorithm text not null,
          result_sha256 text not null,
          series_sha256 text not null,
          series_bytes integer not null,
          overview text not null,
          computed_at text not null,
          unique (key, algorithm)
        ) strict`,
        `create index session_results_by_result on session_results (result_sha256)`,
        `create index session_results_by_series on session_results (series_sha256)`,
        `create table session_sessions (
          id text primary key,
          owner text not null,
          horse text not null,
          type text,
          surface text,
          rider text,
          mount text,
          trim_from real,
          trim_to real,
          trim_before_merge text,
          received_at text not null,
          removed_at text,
          merged_into text references session_sessions (id),
          key text not null,
          queued_at text not null,
          reprocess integer not null,
          state text not null,
          result text references session_results (id),
          started_at text,
          sort_at text not null
        ) strict`,
        `create index session_sessions_listed on session_sessions (owner, sort_at, id)
          where merged_into is null and removed_at is null`,
        `create index session_sessions_of_horse on session_sessions (owner, horse, sort_at, id)
          where merged_into is null and removed_at is null`,
        `create index session_sessions_in_state on session_sessions (owner, state, sort_at, id)
          where merged_into is null and removed_at is null`,
        `create index session_sessions_counted on session_sessions (state, queued_at)
          where merged_into is null and removed_at is null`,
        `create index session_sessions_queue on session_sessions (reprocess, owner, queued_at desc)
          where state = 'queued' and merged_into is null and removed_at is null`,
        `create index session_sessions_removed on session_sessions (owner, sort_at, id)
          where merged_into is null and removed_at is not null`,
        `create index session_sessions_to_purge on session_sessions (removed_at) where removed_at is not null`,
        `create index session_sessions_merged on session_sessions (merged_into) where merged_into is not null`,
        `create index session_sessions_by_key on session_sessions (key)`,
        `create index session_sessions_by_result on session_sessions (result)`,
        `create table session_recordings (
          id text primary key,
          owner text not null,
          session text not null references session_sessions (id),
          home text not null references session_sessions (id),
          position integer not null,
          offset_seconds real not null,
          sha256 text not null,
          bytes integer not null,
          name text not null,
          handed_in_with text,
          started_at text,
          started_utc text,
          received_at text not null,
          unique (owner, sha256)
        ) strict`,
        `create index session_recordings_of_session on session_recordings (session, position)`,
        `create index session_recordings_of_home on session_recordings (home)`,
        `create index session_recordings_by_blob on session_recordings (sha256)`,
        `create table session_files (
          owner text not null,
          sha256 text not null,
          started_at text,
          started_utc text,
          duration_seconds real,
          primary key (sha256, owner)
        ) strict, without rowid`,
        `create table session_notes (
          id text primary key,
          session text not null references session_sessions (id),
          home text not null references session_sessions (id),
          at real,
          text text not null,
          created_at text not null,
          edited_at text
        ) strict`,
        `create index session_notes_of_session on session_notes (session, at)`,
        `create index session_notes_of_home on session_notes (home)`,
        `create table session_work (
          key text not null,
          algorithm text not null,
          attempts integer not null,
          abandoned integer not null,
          outcome text,
          reason text,
          not_before text,
          alone integer not null,
          token integer not null,
          holder text,
          lease_until text,
          primary key (key, algorithm)
        ) strict, without rowid`,
        `create index session_work_due on session_work (algorithm) where outcome is null`,
        `create table session_clock (
          id integer primary key check (id = 1),
          algorithm text,
          token integer not null
        ) strict`,
        `insert into session_clock values (1, null, 0)`,
      ]) {
        await sql.raw(statement).execute(database);
      }
    },
  },
  {
    name: '0002-corrections-companions-numbers',
    async up(database) {
      for (const statement of [
        `alter table session_sessions add column corrections text`,
        `alter table session_results add column owner text`,
        `alter table session_results add column epoch integer not null default 0`,
        `alter table session_results add column numbers text`,
        `alter table session_work add column epoch integer not null default 0`,
        `alter table session_clock add column epoch integer not null default 0`,
        `update session_results set owner = coalesce(
          (select owner from session_sessions s where s.key = session_results.key),
          (select owner from session_sessions s where s.result = session_results.id)
        )`,
        `create index session_results_of_owner on session_results (owner)`,
        `create table session_companions (
          id text primary key,
          owner text not null,
          session text not null references session_sessions (id),
          home text not null references session_sessions (id),
          sha256 text not null,
          bytes integer not null,
          name text not null,
          started_at text,
          received_at text not null,
          unique (home, sha256)
        ) strict`,
        `create index session_companions_of_session on session_companions (session, received_at, id)`,
        `create index session_companions_by_blob on session_companions (sha256)`,
        `create table session_doomed_blobs (sha256 text primary key) strict, without rowid`,
      ]) {
        await sql.raw(statement).execute(database);
      }
    },
  },
  {
    name: '0003-added-metrics',
    async up(database) {
      for (const statement of [
        `create table session_plugins (
          name text primary key,
          version text not null,
          described text not null
        ) strict, without rowid`,
        `create table session_added (
          result text not null references session_results (id) on delete cascade,
          plugin text not null,
          version text not null,
          epoch integer not null,
          attempts integer not null,
          metrics text,
          reason text,
          measured_at text not null,
          primary key (result, plugin)
        ) strict, without rowid`,
      ]) {
        await sql.raw(statement).execute(database);
      }
    },
  },
];
