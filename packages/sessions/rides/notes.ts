import { Failure, type Input } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import type { Kysely } from 'kysely';
import type { Note, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { SessionTables } from '../tables.ts';
import { ownSession } from './own-session.ts';

/** Of a ride, and their characters together. */
const notesAtMost = 200;
const charactersAtMost = 100_000;

type Contract = typeof sessionsContract;
type NoteRow = SessionTables['session_notes'];

export async function addNote(
  { database, now }: Shared,
  { at, text, ...own }: Input<Contract, 'addNote'>,
): Promise<Note> {
  return database.transaction().execute(async (transaction) => {
    const session = await ownSession(transaction, own);
    const row: NoteRow = {
      id: newId(),
      session: session.id,
      home: session.id,
      at: toMilliseconds(at),
      text: text.toWellFormed(),
      created_at: now().toISOString(),
      edited_at: null,
    };
    await transaction.insertInto('session_notes').values(row).execute();
    await checkNotes(transaction, session.id);
    return toNote(row);
  });
}

export async function changeNote(
  { database, now }: Shared,
  { note, at, text, ...own }: Input<Contract, 'changeNote'>,
): Promise<Note> {
  return database.transaction().execute(async (transaction) => {
    const session = await ownSession(transaction, own);
    const row = await transaction
      .updateTable('session_notes')
      .set({ at: toMilliseconds(at), text: text.toWellFormed(), edited_at: now().toISOString() })
      .where('id', '=', note)
      .where('session', '=', session.id)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw noteNotFound();
    await checkNotes(transaction, session.id);
    return toNote(row);
  });
}

export async function removeNote(
  { database }: Shared,
  { note, ...own }: Input<Contract, 'removeNote'>,
): Promise<Record<string, never>> {
  const session = await ownSession(database, own);
  const { numDeletedRows } = await database
    .deleteFrom('session_notes')
    .where('id', '=', note)
    .where('session', '=', session.id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw noteNotFound();
  return {};
}

/** Whether there are too many notes of a ride, or too long ones, as the database has them now. */
export async function hasTooManyNotes(database: Kysely<SessionTables>, session: string): Promise<boolean> {
  const notes = await database
    .selectFrom('session_notes')
    .select('text')
    .where('session', '=', session)
    .limit(notesAtMost + 1)
    .execute();
  const characters = notes.reduce((sum, { text }) => sum + text.length, 0);
  return notes.length > notesAtMost || characters > charactersAtMost;
}

/** Throws `too-many-notes`, which takes back what the transaction has written. */
async function checkNotes(transaction: Kysely<SessionTables>, session: string): Promise<void> {
  if (!(await hasTooManyNotes(transaction, session))) return;
  const detail =
    `A ride has at most ${notesAtMost} notes, of ${charactersAtMost} characters together. ` +
    'Shorten or remove some first.';
  throw new Failure('too-many-notes', { detail });
}

function toNote({ id, at, text, created_at, edited_at }: NoteRow): Note {
  return { id, at, text, createdAt: created_at, editedAt: edited_at };
}

/** SQLite’s JSON gives 15 digits; a millisecond is enough for a note. */
const toMilliseconds = (at: number | null) => at && Math.round(at * 1000) / 1000;

const noteNotFound = () => new Failure('note-not-found', { detail: 'This session has no such note.' });
