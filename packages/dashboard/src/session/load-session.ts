import type { DisplaySeries, Horse, Rider, Session, SessionResult } from '@piaffe/client';
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
    rider === null ? null : api.get('/riders/{rider}', { params: { path: { rider } }, signal }),
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
