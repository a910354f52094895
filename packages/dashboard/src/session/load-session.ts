import {
  ApiProblem,
  type DisplaySeries,
  type Horse,
  type Rider,
  type Session,
  type SessionResult,
  type Usual,
} from '@piaffe/client';
import { api } from '../app/api.ts';

export interface LoadedSession {
  readonly session: Session;
  readonly horse: Horse;
  readonly rider: Rider | null;
}

/** A session with whom it names. */
export async function loadSession(id: string, signal: AbortSignal): Promise<LoadedSession> {
  const session = await api.get('/sessions/{session}', { params: { path: { session: id } }, signal });
  const { rider } = session.context;
  const [horse, ridden] = await Promise.all([
    api.get('/horses/{horse}', { params: { path: { horse: session.horse } }, signal }),
    rider === null ? null : loadRider(rider, signal),
  ]);
  return { session, horse, rider: ridden };
}

/** What was found in a ride, and the series of its charts. */
export async function loadResult(
  id: string,
  signal: AbortSignal,
): Promise<{ readonly result: SessionResult; readonly series: DisplaySeries }> {
  const params = { path: { session: id } };
  const [result, series] = await Promise.all([
    api.get('/sessions/{session}/result', { params, signal }),
    api.get('/sessions/{session}/series', { params, signal }),
  ]);
  return { result, series };
}

/** What was usual for the horse before the ride. */
export async function loadUsual(horse: string, session: string, signal: AbortSignal): Promise<Usual> {
  return api.get('/horses/{horse}/usual', { params: { path: { horse }, query: { session } }, signal });
}

/** Null for one that was deleted: rides go on naming who rode them. */
async function loadRider(rider: string, signal: AbortSignal): Promise<Rider | null> {
  try {
    return await api.get('/riders/{rider}', { params: { path: { rider } }, signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}
