import type { Corrections } from '@piaffe/aggregation/contract';
import { Failure, type Input } from '@piaffe/kernel';
import type { Kysely } from 'kysely';
import type { Session, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { SessionRow, SessionTables } from '../tables.ts';
import { correctionsOf, trimOf } from '../view/to-session.ts';
import { needOf } from '../work/need.ts';
import { rekey } from '../work/rekey.ts';
import { type Writing, write } from '../write.ts';
import { recordingsAtMost } from './companions.ts';
import { areTooMany, joined, ofRecordings } from './corrections.ts';
import { hasTooManyNotes } from './notes.ts';
import { ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';
import { type RecordingTime, timesOf } from './ride-times.ts';

/**
 * Recordings, notes and corrections of `other` go into `session`, in order of their start; times count from the first
 * sample of the ride. The row of `other` is kept, out of sight, for split. Trims are put aside: they belong to the parts.
 */
export async function merge(
  shared: Shared,
  { other, ...own }: Input<typeof sessionsContract, 'merge'>,
): Promise<Session> {
  await write(shared, async (writing) => {
    const { transaction } = writing;
    const into = await ownSession(transaction, own);
    const from = await ownSession(transaction, { ...own, session: other });
    checkSessions(into, from);
    const parts = [...(await partsOf(transaction, into)), ...(await partsOf(transaction, from))];
    const ride = inOrder(parts);
    const corrections = joined(ride);
    if (
      (into.corrections ?? from.corrections) !== null &&
      ride.slice(0, -1).some(({ seconds }) => seconds === null)
    )
      throw notPossible(
        'It is not known yet how long one of the two is, so corrections cannot be moved. Merge them once it is analysed.',
      );
    if (corrections !== null && areTooMany(corrections))
      throw notPossible('Together the two have more corrections than a ride can have.');
    await shiftNotes(writing, ride);
    for (const [position, { id, offset }] of ride.entries()) {
      await transaction
        .updateTable('session_recordings')
        .set({ session: into.id, position, offset_seconds: offset })
        .where('id', '=', id)
        .execute();
    }
    for (const table of ['session_notes', 'session_companions'] as const)
      await transaction.updateTable(table).set({ session: into.id }).where('session', '=', from.id).execute();
    if (await hasTooManyNotes(transaction, into.id))
      throw notPossible('Together the two have more notes than a ride can have. Remove some first.');
    await transaction
      .updateTable('session_sessions')
      .set({ merged_into: into.id })
      .where((row) => row.or([row('id', '=', from.id), row('merged_into', '=', from.id)]))
      .execute();
    await transaction
      .updateTable('session_sessions')
      .set({
        trim_from: null,
        trim_to: null,
        corrections: corrections && JSON.stringify(corrections),
        trim_before_merge: into.trim_before_merge ?? JSON.stringify(trimOf(into)),
      })
      .where('id', '=', into.id)
      .execute();
    const { inputs } = await needOf(transaction, { ...into, corrections: null });
    if (inputs.length > recordingsAtMost)
      throw notPossible(
        `A ride has at most ${recordingsAtMost} recordings, those beside its motion among them.`,
      );
    await rekey(writing, into.id, shared.now());
  });
  shared.wake();
  return readSession(shared, own.principal, own.session);
}

function checkSessions(into: SessionRow, from: SessionRow): void {
  if (into.id === from.id) throw notPossible('A session cannot be merged with itself.');
  if (into.removed_at !== null || from.removed_at !== null)
    throw notPossible('One of the two is removed. Restore it first.');
  if (into.horse !== from.horse) throw notPossible('The two are rides of different horses.');
  if (into.state === 'failed' || from.state === 'failed')
    throw notPossible('One of the two recordings cannot be used; its page says why.');
}

interface Part extends RecordingTime {
  /** What of the session's corrections lies in it, in s from its first sample. */
  readonly corrections: Corrections;
}

interface Placed extends Part {
  readonly start: number;
  /** How much later the recording lies in the merged ride than in its session before, in s. */
  readonly shift: number;
}

/** What is known of their times must fit; what is not known yet shows when the ride is analysed. */
function inOrder(recordings: readonly Part[]): readonly Placed[] {
  const known = recordings.map((recording) => {
    if (recording.start === null)
      throw notPossible('It is not known when one of the two began. Say so first, then merge them.');
    return { ...recording, start: recording.start };
  });
  known.sort((a, b) => a.start - b.start);
  const begin = known[0]?.start ?? 0;
  return known.map((recording, position) => {
    const before = known[position - 1];
    if (before !== undefined && before.start + (before.seconds ?? 0) * 1000 > recording.start + tolerance)
      throw notPossible('The two overlap in time, so they are not parts of one ride. Check when they began.');
    if (recording.start + (recording.seconds ?? 0) * 1000 > begin + longestRide)
      throw notPossible('The two lie more than 12 hours apart, so they are not parts of one ride.');
    const offset = (recording.start - begin) / 1000;
    return { ...recording, offset, shift: offset - recording.offset };
  });
}

async function partsOf(database: Kysely<SessionTables>, session: SessionRow): Promise<readonly Part[]> {
  return ofRecordings(correctionsOf(session), await timesOf(database, session.id));
}

async function shiftNotes({ transaction }: Writing, ride: readonly Placed[]): Promise<void> {
  for (const { home, shift } of ride) {
    if (shift === 0) continue;
    await transaction
      .updateTable('session_notes')
      .set((row) => ({ at: row('at', '+', shift) }))
      .where('home', '=', home)
      .where('at', 'is not', null)
      .execute();
  }
}

/** ms; starts are often written in whole seconds. */
const tolerance = 1000;
const longestRide = 12 * 3600 * 1000;

const notPossible = (detail: string) => new Failure('merge-not-possible', { detail });
