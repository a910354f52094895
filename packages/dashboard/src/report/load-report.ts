import { ApiProblem, type HorseEvent, type HorseTrend, type SessionResult, type Usual } from '@piaffe/client';
import { api } from '../app/api.ts';
import { type LoadedSession, loadSession, loadUsual } from '../session/load-session.ts';

/** ms. What happened this long before the ride may bear on it. */
const eventsReach = 90 * 86_400_000;
/** ms. How far back the symmetry is shown. */
const trendReach = 182 * 86_400_000;

export interface Report extends LoadedSession {
  readonly result: SessionResult;
  readonly usual: Usual | null;
  readonly trend: HorseTrend | null;
  /** The latest first. */
  readonly events: readonly HorseEvent[];
}

/** All that stands on the report; `result` null: the ride is not analysed. */
export async function loadReport(
  id: string,
  signal: AbortSignal,
): Promise<Report | (LoadedSession & { readonly result: null })> {
  const loaded = await loadSession(id, signal);
  const { session, horse } = loaded;
  if (session.computed === null) return { ...loaded, result: null };
  const began = Date.parse(session.startedAt ?? session.receivedAt);
  const [result, usual, trend, events] = await Promise.all([
    api.get('/sessions/{session}/result', { params: { path: { session: id } }, signal }),
    orAway(loadUsual(horse.id, id, signal)),
    session.startedAt === null ? null : orAway(loadTrend(horse.id, began, signal)),
    api.get('/horses/{horse}/events', {
      params: { path: { horse: horse.id }, query: { limit: 100 } },
      signal,
    }),
  ]);
  const before = events.items.filter(({ at }) => {
    const time = Date.parse(at);
    return time <= began + 86_400_000 && time >= began - eventsReach;
  });
  return { ...loaded, result, usual, trend, events: before };
}

function loadTrend(horse: string, began: number, signal: AbortSignal): Promise<HorseTrend> {
  const query = {
    from: new Date(began - trendReach).toISOString(),
    to: new Date(began + 1000).toISOString(),
    metric: ['symmetry.score' as const],
  };
  return api.get('/horses/{horse}/trends', { params: { path: { horse }, query }, signal });
}

/** Null while the part of the server that follows horses over time is away: a report without it still says something. */
async function orAway<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 503) return null;
    throw error;
  }
}
