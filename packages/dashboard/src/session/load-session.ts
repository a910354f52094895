import {
  type Added,
  ApiProblem,
  type DisplaySeries,
  type Horse,
  type OpenedSession,
  type Rider,
  type SessionResult,
  type Usual,
} from '@piaffe/client';
import { api } from '../app/api.ts';
import { ownTimeZone } from '../format/dates.ts';
import { words } from './words.ts';

export interface LoadedSession {
  readonly session: OpenedSession;
  /** Where nobody can tell which horse it is, one without a name. */
  readonly horse: Horse;
  readonly rider: Rider | null;
}

/** A session with whom it names. */
export async function loadSession(id: string, signal: AbortSignal): Promise<LoadedSession> {
  const session = await api.get('/sessions/{session}', { params: { path: { session: id } }, signal });
  const { rider } = session.context;
  const [horse, ridden] = await Promise.all([
    loadHorse(session.horse, signal),
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

/** What plugins add to a result; empty where none does, or nobody can tell. */
export async function loadAdded(session: string, signal: AbortSignal): Promise<Added> {
  return api.get('/sessions/{session}/added', { params: { path: { session } }, signal });
}

/** What was usual for the horse before the ride. */
export async function loadUsual(horse: string, session: string, signal: AbortSignal): Promise<Usual> {
  return api.get('/horses/{horse}/usual', { params: { path: { horse }, query: { session } }, signal });
}

/** A ride is shown with whom it names, and without while nobody can tell. */
async function loadHorse(horse: string, signal: AbortSignal): Promise<Horse> {
  try {
    return await api.get('/horses/{horse}', { params: { path: { horse } }, signal });
  } catch (error) {
    if (!isAway(error)) throw error;
    return { ...nothingKnown, id: horse, name: words.unnamedHorse, timeZone: ownTimeZone() };
  }
}

const nothingKnown = {
  breed: null,
  birthYear: null,
  massKg: null,
  usualMount: null,
  archived: false,
  demo: false,
  createdAt: new Date(0).toISOString(),
};

const isAway = (error: unknown) =>
  error instanceof ApiProblem && (error.code === 'unavailable' || error.code === 'too-slow');

/** Null for one that was deleted: rides go on naming who rode them. Without a name while nobody can tell it. */
async function loadRider(rider: string, signal: AbortSignal): Promise<Rider | null> {
  try {
    return await api.get('/riders/{rider}', { params: { path: { rider } }, signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    if (!isAway(error)) throw error;
    return { id: rider, name: words.unnamedRider, archived: false, createdAt: nothingKnown.createdAt };
  }
}
