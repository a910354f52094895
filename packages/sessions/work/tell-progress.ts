import type { Progress } from '@piaffe/kernel';
import type { State } from '../contract.ts';
import { kindOf } from '../events/announce.ts';
import type { Shared } from '../shared.ts';

/** Tells all who wait for a key that it is at work, or waits again. */
export async function tell(
  { database, events, now }: Pick<Shared, 'database' | 'events' | 'now'>,
  key: string,
  state: Extract<State, 'queued' | 'running'>,
  progress: Progress | null = null,
): Promise<void> {
  const sessions = await database
    .selectFrom('session_sessions')
    .select(['id', 'owner', 'horse'])
    .where('key', '=', key)
    .where('state', '=', 'queued')
    .where('merged_into', 'is', null)
    .where('removed_at', 'is', null)
    .execute();
  const kind = progress === null ? kindOf(state) : 'progress';
  for (const { id, owner, horse } of sessions)
    events.emit(owner, { kind, session: id, horse, state, reason: null, progress, at: now().toISOString() });
}
