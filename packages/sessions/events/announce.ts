import type { SessionEvent, State } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { Settled } from '../work/settle.ts';

/** Tells whoever listens which sessions are in another state now. */
export function announce({ events, now }: Pick<Shared, 'events' | 'now'>, changed: readonly Settled[]): void {
  for (const { id, owner, horse, state, reason, removed_at } of changed) {
    if (removed_at !== null) continue;
    const at = now().toISOString();
    events.emit(owner, { kind: kindOf(state), session: id, horse, state, reason, progress: null, at });
  }
}

export function kindOf(state: State): SessionEvent['kind'] {
  if (state === 'done') return 'done';
  return state === 'failed' || state === 'quarantined' ? 'failed' : 'state';
}
