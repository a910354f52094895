import type { AddedMetrics } from '@piaffe/metric/contract';
import { sql } from 'kysely';
import type { Shared } from '../shared.ts';
import type { Lacking, PluginVersion } from './lacking.ts';

/** What came of asking a plugin for a ride: its metrics, or why there will be none, or one more attempt in vain. */
export type Outcome =
  | { readonly kind: 'measured'; readonly metrics: AddedMetrics }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'attempt' };

/** Writes it down beside the result, unless that is another by now; then tells those who look at the ride. */
export async function keepAdded(
  { database, events, now }: Pick<Shared, 'database' | 'events' | 'now'>,
  { plugin, version }: PluginVersion,
  { id, epoch, attempts }: Lacking,
  outcome: Outcome,
): Promise<void> {
  const at = now().toISOString();
  const metrics = outcome.kind === 'measured' ? JSON.stringify(outcome.metrics) : null;
  const reason = outcome.kind === 'failed' ? outcome.reason : null;
  await sql`
    insert into session_added (result, plugin, version, epoch, attempts, metrics, reason, measured_at)
    select id, ${plugin}, ${version}, epoch, ${attempts + 1}, ${metrics}, ${reason}, ${at}
    from session_results where id = ${id} and epoch = ${epoch}
    on conflict (result, plugin) do update set
      version = excluded.version, epoch = excluded.epoch, attempts = excluded.attempts,
      metrics = excluded.metrics, reason = excluded.reason, measured_at = excluded.measured_at`.execute(
    database,
  );
  if (outcome.kind === 'attempt') return;
  const sessions = await database
    .selectFrom('session_sessions')
    .select(['id', 'owner', 'horse', 'state'])
    .where('result', '=', id)
    .where('merged_into', 'is', null)
    .where('removed_at', 'is', null)
    .execute();
  for (const { id: session, owner, horse, state } of sessions)
    events.emit(owner, { kind: 'state', session, horse, state, reason: null, progress: null, at });
}
