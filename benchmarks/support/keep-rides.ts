import type { Api } from '../../acceptance/support/api.fixture.ts';

/** Hands rides in, waits for their analysis, gives their sessions. */
export async function keepRides(
  api: Api,
  horse: string,
  rides: readonly Uint8Array<ArrayBuffer>[],
): Promise<readonly string[]> {
  const sessions: string[] = [];
  for (const ride of rides) sessions.push((await api.upload(horse, ride)).session.id);
  for (const session of sessions) await api.settled(session);
  return sessions;
}
