import type { Call, Input } from '@piaffe/kernel';
import type { Session, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { recordingsOf, rekey } from '../work/rekey.ts';
import { type Writing, write } from '../write.ts';
import { ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';
import { checkedStart, laterBy, notValid, utcOf } from './started-at.ts';

/** Another start is another need: the ride is analysed again. Everything else is only said. */
export async function change(
  shared: Shared,
  { changes, ...own }: Input<typeof sessionsContract, 'change'>,
  call: Call,
): Promise<Session> {
  const { principal, session } = own;
  const { startedAt, ...said } = changes;
  await ownSession(shared.database, own);
  if (startedAt != null) checkedStart(startedAt, shared.now());
  if (said.horse !== undefined) await shared.stable.horse({ principal, horse: said.horse }, call);
  if (said.rider != null) await shared.stable.rider({ principal, rider: said.rider }, call);
  await write(shared, async (writing) => {
    await ownSession(writing.transaction, own);
    if (Object.keys(said).length > 0) {
      await writing.transaction.updateTable('session_sessions').set(said).where('id', '=', session).execute();
    }
    if (startedAt !== undefined) await begin(writing, session, startedAt, shared.now());
  });
  shared.wake();
  return readSession(shared, principal, session);
}

/** Recordings of one ride keep their distance. */
async function begin(writing: Writing, session: string, startedAt: string | null, now: Date): Promise<void> {
  const recordings = await recordingsOf(writing.transaction, session);
  if (startedAt === null && recordings.length > 1)
    throw notValid('A ride of several recordings needs its start. Split it first.');
  for (const { id, offset_seconds } of recordings) {
    const start = startedAt && laterBy(startedAt, offset_seconds);
    await writing.transaction
      .updateTable('session_recordings')
      .set({ started_at: start, started_utc: start && utcOf(start) })
      .where('id', '=', id)
      .execute();
  }
  await rekey(writing, session, now);
}
