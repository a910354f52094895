import { sql } from 'kysely';
import type { WorkStatus } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { algorithmOf } from './algorithm.ts';

interface Counted {
  readonly state: string;
  readonly sessions: number;
}

export async function workStatus({ database, now }: Shared, blocked: string | null): Promise<WorkStatus> {
  const { rows } = await sql<Counted>`
    select state, count(*) as sessions from session_sessions
    where merged_into is null and removed_at is null group by state`.execute(database);
  const { rows: others } = await sql<{ running: number; oldest: string | null; algorithm: string | null }>`
    select
      (
        select count(*) from session_work w cross join session_sessions s
        where s.key = w.key and w.algorithm = clock.algorithm and w.outcome is null and w.lease_until > ${now().toISOString()}
          and s.state = 'queued' and s.merged_into is null and s.removed_at is null
      ) as running,
      (
        select min(queued_at) from session_sessions
        where state = 'queued' and merged_into is null and removed_at is null
      ) as oldest,
      clock.algorithm
    from session_clock clock`.execute(database);
  const { running = 0, oldest = null, algorithm = null } = others[0] ?? {};
  const counted = (state: string) => rows.find((row) => row.state === state)?.sessions ?? 0;
  return {
    queued: counted('queued') - running,
    running,
    failed: counted('failed'),
    quarantined: counted('quarantined'),
    done: counted('done'),
    oldestQueuedAt: oldest,
    algorithm: algorithm === null ? null : algorithmOf(algorithm),
    blocked,
  };
}
