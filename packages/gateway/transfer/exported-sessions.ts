import type { SessionResult } from '@piaffe/aggregation/contract';
import type { Principal } from '@piaffe/auth/contract';
import type { Session } from '@piaffe/sessions/contract';
import { allPages } from '../all-pages.ts';
import type { Needs } from '../needs.ts';
import { anySession } from '../session-filter.ts';
import { whereThere } from '../where-there.ts';

/** All rides that were not removed, with their notes, the latest first. `tell` hears of each, and whether it has a result. */
export async function* exportedSessions(
  { sessions }: Pick<Needs, 'sessions'>,
  principal: Principal,
  tell: (session: Session, hasResult: boolean) => void,
): AsyncGenerator<Session> {
  const asked = { principal, ...anySession, state: null, removed: false };
  for await (const { id } of allPages((page) => sessions.list({ ...asked, ...page }))) {
    const own = { principal, session: id };
    const session = await whereThere(sessions.session(own), 'session-not-found');
    if (session === null) continue;
    const result = await whereThere(sessions.result(own), 'no-result');
    tell(session, result !== null);
    yield { ...session, recordings: session.recordings.map(withStart(session, result)) };
  }
}

type Recording = Session['recordings'][number];

/** The start that counts, where one was said later than the recording was handed in. */
function withStart({ startedAt, recordings, computed }: Session, result: SessionResult | null) {
  const said = saidStarts(computed?.current === true ? result : null);
  return (recording: Recording): Recording => {
    if (recording.role === 'companion') return recording;
    if (said.has(recording.sha256)) return { ...recording, startedAt: said.get(recording.sha256)! };
    return recordings.length === 1 ? { ...recording, startedAt } : recording;
  };
}

/** What was said of each file's start when the result was computed; null where it was left to the file. */
function saidStarts(result: SessionResult | null): ReadonlyMap<string, string | null> {
  const starts = result?.algorithm?.parameters.startedAt;
  if (!Array.isArray(starts)) return new Map();
  return new Map(result!.inputs.map(({ sha256 }, i) => [sha256, (starts[i] as string | undefined) ?? null]));
}
