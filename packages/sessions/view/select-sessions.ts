import type { SessionRow } from '../tables.ts';

/** A session with everything a `ListedSession` says, in one row. `recordings` is JSON. */
export interface SelectedListed extends SessionRow {
  readonly overview: string | null;
  readonly result_key: string | null;
  readonly result_algorithm: string | null;
  readonly result_epoch: number | null;
  readonly computed_at: string | null;
  readonly algorithm: string | null;
  readonly epoch: number;
  readonly reason: string | null;
  readonly lease_until: string | null;
  readonly recordings: string;
  readonly note_count: number;
}

/** The same with all that a `Session` says. `notes` is JSON. */
export interface SelectedSession extends SelectedListed {
  readonly notes: string;
}

const select = (more: string) => `
  select s.*, r.overview, r.key as result_key, r.algorithm as result_algorithm, r.epoch as result_epoch, r.computed_at,
    clock.algorithm, clock.epoch, w.reason, w.lease_until,
    (
      select json_group_array(json_object(
        'id', id, 'sha256', sha256, 'bytes', bytes, 'name', name, 'startedAt', handed_in_with, 'receivedAt', received_at,
        'role', role
      )) from (
        select id, sha256, bytes, name, handed_in_with, received_at, 'motion' as role, position as place
        from session_recordings where session = s.id
        union all
        select id, sha256, bytes, name, started_at, received_at, 'companion', 1000
        from session_companions where session = s.id
        order by place, received_at, id
      )
    ) as recordings,
    (select count(*) from session_notes where session = s.id) as note_count ${more}
  from session_sessions s
  join session_clock clock
  left join session_results r on r.id = s.result
  left join session_work w on w.key = s.key and w.algorithm = clock.algorithm
  where s.merged_into is null`;

/** To be followed by conditions on `s`. Sessions that were merged into others are left out. */
export const selectListed = select('');
export const selectSession = select(`, (
  select json_group_array(json_object(
    'id', id, 'at', at, 'text', text, 'createdAt', created_at, 'editedAt', edited_at
  )) from (select * from session_notes where session = s.id order by at, created_at, rowid)
) as notes`);
