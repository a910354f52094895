import type { Corrections } from '@piaffe/aggregation/contract';
import type { Progress } from '@piaffe/kernel';
import type { ListedSession, RideContext, Session, State } from '../contract.ts';
import type { SessionRow } from '../tables.ts';
import { algorithmOf } from '../work/algorithm.ts';
import type { SelectedListed, SelectedSession } from './select-sessions.ts';

const daysToRestore = 30;

type ProgressOf = (key: string) => Progress | null;

/** `progressOf` tells how far the analysis of a key is, where it runs here. */
export function toSession(row: SelectedSession, now: Date, progressOf: ProgressOf): Session {
  const { noteCount: _, ...session } = toListed(row, now, progressOf);
  return { ...session, notes: JSON.parse(row.notes) };
}

export function toListed(row: SelectedListed, now: Date, progressOf: ProgressOf): ListedSession {
  const state = stateOf(row, now);
  return {
    id: row.id,
    horse: row.horse,
    state,
    reason: row.state === 'done' ? null : row.reason,
    progress: state === 'running' ? progressOf(row.key) : null,
    startedAt: row.started_at,
    receivedAt: row.received_at,
    context: contextOf(row),
    recordings: JSON.parse(row.recordings),
    trim: trimOf(row),
    corrections: correctionsOf(row),
    noteCount: row.note_count,
    overview: row.overview === null ? null : JSON.parse(row.overview),
    computed: computedOf(row),
    removedAt: row.removed_at,
    purgedAt: row.removed_at === null ? null : purgeTime(row.removed_at).toISOString(),
  };
}

/** A session that waits is running while somebody has a lease on its analysis. */
export function stateOf(row: Pick<SelectedListed, 'state' | 'lease_until'>, now: Date): State {
  if (row.state !== 'queued') return row.state;
  return row.lease_until !== null && row.lease_until > now.toISOString() ? 'running' : 'queued';
}

export function trimOf({ trim_from, trim_to }: Pick<SessionRow, 'trim_from' | 'trim_to'>) {
  return trim_from === null || trim_to === null ? null : { from: trim_from, to: trim_to };
}

export function correctionsOf({ corrections }: Pick<SessionRow, 'corrections'>): Corrections | null {
  return corrections === null ? null : JSON.parse(corrections);
}

/** When a session that was removed then is gone for good. */
export function purgeTime(removedAt: string): Date {
  return new Date(Date.parse(removedAt) + daysToRestore * 86_400_000);
}

/** The latest removal that is to be purged now. */
export function purgeBefore(now: Date): string {
  return new Date(now.getTime() - daysToRestore * 86_400_000).toISOString();
}

function contextOf({ type, surface, rider, mount }: SessionRow): RideContext {
  return { type, surface, rider, mount: mount as RideContext['mount'] };
}

function computedOf(row: SelectedListed): Session['computed'] {
  if (row.result_algorithm === null || row.computed_at === null) return null;
  const { name, version } = algorithmOf(row.result_algorithm);
  return {
    algorithm: name,
    version,
    at: row.computed_at,
    current:
      row.result_key === row.key && row.result_algorithm === row.algorithm && row.result_epoch === row.epoch,
  };
}
