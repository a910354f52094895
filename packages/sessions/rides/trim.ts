import { Failure, type Input } from '@piaffe/kernel';
import type { Session, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { rekey } from '../work/rekey.ts';
import { write } from '../write.ts';
import { ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';
import { endOf, timesOf } from './ride-times.ts';

/** Leaves out what lies before and after; checked against the length of the ride where that is known. */
export async function trim(
  shared: Shared,
  { trim: part, ...own }: Input<typeof sessionsContract, 'trim'>,
): Promise<Session> {
  if (part !== null && part.to <= part.from) throw notValid('The end has to lie behind the beginning.');
  await write(shared, async (writing) => {
    await ownSession(writing.transaction, own);
    const end = endOf(await timesOf(writing.transaction, own.session));
    if (part !== null && end !== null && part.to > end + tolerance) {
      throw notValid(
        `The ride ends after ${end} s: the part to keep has to end by then, not at ${part.to} s.`,
      );
    }
    await writing.transaction
      .updateTable('session_sessions')
      .set({ trim_from: part?.from ?? null, trim_to: part?.to ?? null })
      .where('id', '=', own.session)
      .execute();
    await rekey(writing, own.session, shared.now());
  });
  shared.wake();
  return readSession(shared, own.principal, own.session);
}

/** s; ends are shown rounded, and what comes back is taken as the end. */
const tolerance = 0.1;

const notValid = (detail: string) => new Failure('trim-not-valid', { detail });
