import { Failure } from '@piaffe/kernel';
import type { Session, Trim } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { correctionsOf } from '../view/to-session.ts';
import { rekey } from '../work/rekey.ts';
import { type Writing, write } from '../write.ts';
import { inOneForm, ofRecordings } from './corrections.ts';
import { type Own, ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';
import { type RecordingTime, timesOf } from './ride-times.ts';

/**
 * Every recording is the session again as which it was kept. A note with a time goes with the recording it points at, and
 * so does a correction; any other note, and what was recorded beside the motion, goes back to where it was made.
 */
export async function split(shared: Shared, own: Own): Promise<{ sessions: Session[] }> {
  const parts = await write(shared, async (writing) => {
    const { transaction } = writing;
    const ride = await ownSession(transaction, own);
    const recordings = await timesOf(transaction, ride.id);
    if (ride.removed_at !== null) throw nothingToSplit('The session is removed. Restore it first.');
    if (recordings.length < 2) throw nothingToSplit('The session has one recording only.');
    await handBackNotes(writing, ride.id, recordings);
    await transaction
      .updateTable('session_recordings')
      .set((row) => ({ session: row.ref('home'), position: 0, offset_seconds: 0 }))
      .where('session', '=', ride.id)
      .execute();
    await transaction
      .updateTable('session_companions')
      .set((row) => ({ session: row.ref('home') }))
      .where('session', '=', ride.id)
      .execute();
    await transaction
      .updateTable('session_sessions')
      .set({ merged_into: null, horse: ride.horse })
      .where('merged_into', '=', ride.id)
      .execute();
    for (const { home, corrections } of ofRecordings(correctionsOf(ride), recordings)) {
      await handBackTrim(writing, home);
      const own = inOneForm(corrections);
      await transaction
        .updateTable('session_sessions')
        .set({ corrections: own && JSON.stringify(own) })
        .where('id', '=', home)
        .execute();
      await rekey(writing, home, shared.now());
    }
    return recordings.map(({ home }) => home);
  });
  shared.wake();
  const sessions: Session[] = [];
  for (const part of parts) sessions.push(await readSession(shared, own.principal, part));
  return { sessions };
}

async function handBackNotes(
  { transaction }: Writing,
  ride: string,
  recordings: readonly RecordingTime[],
): Promise<void> {
  const notes = await transaction
    .selectFrom('session_notes')
    .select(['id', 'home', 'at'])
    .where('session', '=', ride)
    .execute();
  for (const { id, home, at } of notes) {
    const part = at === null ? undefined : recordings.findLast(({ offset }) => offset <= at);
    const to = part?.home ?? home;
    const shifted = at === null ? null : at - (part?.offset ?? 0);
    await transaction
      .updateTable('session_notes')
      .set({ session: to, home: to, at: shifted })
      .where('id', '=', id)
      .execute();
  }
}

/** A session that something was merged into has its own trim put aside; one that was only merged has it still. */
async function handBackTrim({ transaction }: Writing, session: string): Promise<void> {
  const row = await transaction
    .selectFrom('session_sessions')
    .select('trim_before_merge')
    .where('id', '=', session)
    .executeTakeFirstOrThrow();
  if (row.trim_before_merge === null) return;
  const trim: Trim | null = JSON.parse(row.trim_before_merge);
  await transaction
    .updateTable('session_sessions')
    .set({ trim_from: trim?.from ?? null, trim_to: trim?.to ?? null, trim_before_merge: null })
    .where('id', '=', session)
    .execute();
}

const nothingToSplit = (detail: string) => new Failure('nothing-to-split', { detail });
