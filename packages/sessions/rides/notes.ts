import { Failure, type Input } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import type { Note, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { SessionTables } from '../tables.ts';
import { ownSession } from './own-session.ts';

type Contract = typeof sessionsContract;
type NoteRow = SessionTables['session_notes'];

export async function addNote(
  { database, now }: Shared,
  { at, text, ...own }: Input<Contract, 'addNote'>,
): Promise<Note> {
  const session = await ownSession(database, own);
  const row: NoteRow = {
    id: newId(),
    session: session.id,
    home: session.id,
    at: toMilliseconds(at),
    text: text.toWellFormed(),
    created_at: now().toISOString(),
    edited_at: null,
  };
  await database.insertInto('session_notes').values(row).execute();
  return toNote(row);
}

export async function changeNote(
  { database, now }: Shared,
  { note, at, text, ...own }: Input<Contract, 'changeNote'>,
): Promise<Note> {
  const session = await ownSession(database, own);
  const row = await database
    .updateTable('session_notes')
    .set({ at: toMilliseconds(at), text: text.toWellFormed(), edited_at: now().toISOString() })
    .where('id', '=', note)
    .where('session', '=', session.id)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw noteNotFound();
  return toNote(row);
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

function toNote({ id, at, text, created_at, edited_at }: NoteRow): Note {
  return { id, at, text, createdAt: created_at, editedAt: edited_at };
}

/** SQLite’s JSON gives 15 digits; a millisecond is enough for a note. */
const toMilliseconds = (at: number | null) => at && Math.round(at * 1000) / 1000;

const noteNotFound = () => new Failure('note-not-found', { detail: 'This session has no such note.' });
