import { Failure, type Input, type Output } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import type { Kysely } from 'kysely';
import type { Session, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { doom } from '../sweep/doom.ts';
import type { CompanionRow, SessionTables } from '../tables.ts';
import { needOf } from '../work/need.ts';
import { rekey } from '../work/rekey.ts';
import { write } from '../write.ts';
import { bytesAreGone } from './keep.ts';
import { ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';
import { checkedStart } from './started-at.ts';

type Contract = typeof sessionsContract;

const companionsAtMost = 4;
/** Of a ride, motion and what was recorded beside it together; aggregation takes no more. */
export const recordingsAtMost = 16;

/** What is acknowledged is kept: like `keep`, but for a session that is there. */
export async function addCompanion(
  shared: Shared,
  { blob, name, ...input }: Input<Contract, 'addCompanion'>,
): Promise<Output<Contract, 'addCompanion'>> {
  const { principal } = input;
  const startedAt = input.startedAt === null ? null : checkedStart(input.startedAt, shared.now());
  const kept = await shared.referring(async () => {
    if ((await shared.blobs.size(blob.sha256)) !== blob.bytes) throw bytesAreGone();
    return write(shared, async (writing) => {
      const { transaction } = writing;
      const session = await ownSession(transaction, input);
      const existing = await withBytes(transaction, session.id, blob.sha256);
      if (existing !== undefined) return { recording: existing, duplicate: true };
      const { inputs } = await needOf(transaction, session);
      const companions = inputs.filter(({ role }) => role === 'companion').length;
      if (companions >= companionsAtMost || inputs.length >= recordingsAtMost) throw tooMany();
      const recording: CompanionRow = {
        id: newId(),
        owner: principal.account,
        session: session.id,
        home: session.id,
        sha256: blob.sha256,
        bytes: blob.bytes,
        name,
        started_at: startedAt,
        received_at: shared.now().toISOString(),
      };
      await transaction.insertInto('session_companions').values(recording).execute();
      await rekey(writing, session.id, shared.now());
      return { recording, duplicate: false };
    });
  });
  shared.wake();
  const { recording, duplicate } = kept;
  const { id, sha256, bytes, received_at: receivedAt } = recording;
  const session = await readSession(shared, principal, input.session);
  return { receipt: { id, sha256, bytes, receivedAt }, session, duplicate };
}

/** For good: whoever wants it back hands it in again. Of a merged ride it goes from all parts that had it. */
export async function removeCompanion(
  shared: Shared,
  { recording, ...own }: Input<Contract, 'removeCompanion'>,
): Promise<Session> {
  await write(shared, async (writing) => {
    const { transaction } = writing;
    await ownSession(transaction, own);
    const removed = await transaction
      .deleteFrom('session_companions')
      .where('session', '=', own.session)
      .where('sha256', 'in', (row) =>
        row
          .selectFrom('session_companions')
          .select('sha256')
          .where('id', '=', recording)
          .where('session', '=', own.session),
      )
      .returning('sha256')
      .execute();
    if (removed.length === 0) throw notFound();
    await doom(
      transaction,
      removed.map(({ sha256 }) => sha256),
    );
    await rekey(writing, own.session, shared.now());
  });
  shared.wake();
  return readSession(shared, own.principal, own.session);
}

/** The recording of a session with these bytes, of whatever it is. */
async function withBytes(
  database: Kysely<SessionTables>,
  session: string,
  sha256: string,
): Promise<Pick<CompanionRow, 'id' | 'sha256' | 'bytes' | 'received_at'> | undefined> {
  for (const table of ['session_recordings', 'session_companions'] as const) {
    const found = await database
      .selectFrom(table)
      .select(['id', 'sha256', 'bytes', 'received_at'])
      .where('session', '=', session)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (found !== undefined) return found;
  }
  return undefined;
}

const tooMany = () =>
  new Failure('too-many-recordings', {
    detail:
      `A ride has at most ${companionsAtMost} recordings beside its motion, ` +
      `and at most ${recordingsAtMost} in all. Remove one first.`,
  });
const notFound = () =>
  new Failure('recording-not-found', {
    detail: 'This session has no such recording of heart rate or position.',
  });
