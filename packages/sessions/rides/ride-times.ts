import type { Kysely } from 'kysely';
import type { SessionTables } from '../tables.ts';

/** When a recording lies in its ride, and in the world. */
export interface RecordingTime {
  readonly id: string;
  readonly home: string;
  /** In s, from the first sample of the ride. */
  readonly offset: number;
  /** In ms since 1970; null when nobody knows. */
  readonly start: number | null;
  /** How long it is, in s; null while it is not known. */
  readonly seconds: number | null;
}

/** The recordings of a session, in order. A start that was said wins over that of the file. */
export async function timesOf(
  database: Kysely<SessionTables>,
  session: string,
): Promise<readonly RecordingTime[]> {
  const rows = await database
    .selectFrom('session_recordings as recording')
    .leftJoin('session_files as file', (join) =>
      join.onRef('file.sha256', '=', 'recording.sha256').onRef('file.owner', '=', 'recording.owner'),
    )
    .where('recording.session', '=', session)
    .orderBy('recording.position')
    .select(({ fn }) => [
      'recording.id',
      'recording.home',
      'recording.offset_seconds as offset',
      fn.coalesce('recording.started_utc', 'file.started_utc').as('start'),
      'file.duration_seconds as seconds',
    ])
    .execute();
  return rows.map((row) => ({ ...row, start: row.start === null ? null : Date.parse(row.start) }));
}

/** Of the whole ride, in s; null while it is not known how long its last recording is. */
export function endOf(times: readonly RecordingTime[]): number | null {
  const last = times.at(-1);
  return last === undefined || last.seconds === null ? null : last.offset + last.seconds;
}
