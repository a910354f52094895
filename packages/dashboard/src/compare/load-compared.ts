import type { ListedSession, SessionResult, Usual } from '@piaffe/client';
import { api } from '../app/api.ts';
import { type LoadedSession, loadSession, loadUsual } from '../session/load-session.ts';

export interface ComparedRide extends LoadedSession {
  /** Null while it is not analysed. */
  readonly result: SessionResult | null;
}

export interface Compared {
  readonly a: ComparedRide;
  /** Null: not chosen yet. */
  readonly b: ComparedRide | null;
  /** The rides of the first one's horse that there is something to see of, the latest first. */
  readonly choices: readonly ListedSession[];
  /** What was usual before the later one; null for rides of two horses. */
  readonly usual: Usual | null;
}

/** The API gives no more at once; older rides are reached by their own page. */
const mostChoices = 100;

export async function loadCompared(a: string, b: string | null, signal: AbortSignal): Promise<Compared> {
  const [first, second] = await Promise.all([loadRide(a, signal), b === null ? null : loadRide(b, signal)]);
  const query = { horse: first.horse.id, state: 'done' as const, limit: mostChoices };
  const [{ items }, usual] = await Promise.all([
    api.get('/sessions', { params: { query }, signal }),
    second === null || second.horse.id !== first.horse.id
      ? null
      : loadUsual(first.horse.id, later(first, second).session.id, signal).catch(() => null),
  ]);
  return { a: first, b: second, choices: items, usual };
}

async function loadRide(id: string, signal: AbortSignal): Promise<ComparedRide> {
  const loaded = await loadSession(id, signal);
  const params = { path: { session: id } };
  const result =
    loaded.session.computed === null ? null : await api.get('/sessions/{session}/result', { params, signal });
  return { ...loaded, result };
}

function later(a: ComparedRide, b: ComparedRide): ComparedRide {
  const at = ({ session }: ComparedRide) => Date.parse(session.startedAt ?? session.receivedAt);
  return at(b) > at(a) ? b : a;
}
