import { Failure } from '@piaffe/kernel';
import type { Session } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { tryAgain } from '../work/try-again.ts';
import { write } from '../write.ts';
import { type Own, ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';

/** Removing what is removed already leaves the time at which it is purged. */
export async function remove(shared: Shared, own: Own): Promise<Session> {
  await ownSession(shared.database, own);
  await shared.database
    .updateTable('session_sessions')
    .set({ removed_at: shared.now().toISOString() })
    .where('id', '=', own.session)
    .where('removed_at', 'is', null)
    .execute();
  return readSession(shared, own.principal, own.session);
}

export async function restore(shared: Shared, own: Own): Promise<Session> {
  await write(shared, async ({ transaction, settle }) => {
    await ownSession(transaction, own);
    await transaction
      .updateTable('session_sessions')
      .set({ removed_at: null })
      .where('id', '=', own.session)
      .execute();
    await settle({ session: own.session });
  });
  shared.wake();
  return readSession(shared, own.principal, own.session);
}

/** Forgets what was tried for a session’s need. */
export async function retry(shared: Shared, own: Own): Promise<Session> {
  await write(shared, async (writing) => {
    const session = await ownSession(writing.transaction, own);
    const { state, removed_at } = session;
    if (removed_at !== null || !(state === 'failed' || state === 'quarantined')) throw nothingToRetry();
    await tryAgain(writing, session, shared.now());
  });
  return readSession(shared, own.principal, own.session);
}

const nothingToRetry = () =>
  new Failure('nothing-to-retry', {
    detail: 'Only a session whose analysis failed or was given up can be tried again.',
  });
