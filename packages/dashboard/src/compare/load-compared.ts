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

/** One ride alone is compared with the last one like it before: that one is A, so that B against A is what changed. */
export async function loadCompared(
  one: string,
  other: string | null,
  signal: AbortSignal,
): Promise<Compared> {
  const given = await loadRide(one, signal);
  const query = { horse: given.horse.id, state: 'done' as const, limit: mostChoices };
  const { items: choices } = await api.get('/sessions', { params: { query }, signal });
  const before = other === null ? lastLike(given, choices) : null;
  const [a, b] =
    before === null
      ? [given, other === null ? null : await loadRide(other, signal)]
      : [await loadRide(before.id, signal), given];
  const usual =
    b === null || b.horse.id !== a.horse.id
      ? null
      : await loadUsual(a.horse.id, later(a, b).session.id, signal).catch(() => null);
  return { a, b, choices, usual };
}

/** The latest ride before this one of the same type on the same surface. */
function lastLike({ session }: ComparedRide, choices: readonly ListedSession[]): ListedSession | null {
  const began = (ride: ListedSession | ComparedRide['session']) =>
    Date.parse(ride.startedAt ?? ride.receivedAt);
  return (
    choices.find(
      (ride) =>
        ride.id !== session.id &&
        began(ride) < began(session) &&
        ride.context.type === session.context.type &&
        ride.context.surface === session.context.surface,
    ) ?? null
  );
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
