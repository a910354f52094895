import type { Corrections } from '@piaffe/aggregation/contract';
import { Failure, type Input } from '@piaffe/kernel';
import type { Session, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { rekey } from '../work/rekey.ts';
import { write } from '../write.ts';
import { inOneForm } from './corrections.ts';
import { ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';
import { endOf, timesOf } from './ride-times.ts';

/** Takes the place of what was corrected before; checked against the length of the ride where that is known. */
export async function correct(
  shared: Shared,
  { corrections, ...own }: Input<typeof sessionsContract, 'correct'>,
): Promise<Session> {
  const known = corrections && inOneForm(corrections);
  if (known !== null) checkOrder(known);
  await write(shared, async (writing) => {
    await ownSession(writing.transaction, own);
    const end = endOf(await timesOf(writing.transaction, own.session)) ?? longestSeconds;
    if (known !== null) checkEnd(known, end);
    await writing.transaction
      .updateTable('session_sessions')
      .set({ corrections: known && JSON.stringify(known) })
      .where('id', '=', own.session)
      .execute();
    await rekey(writing, own.session, shared.now());
  });
  shared.wake();
  return readSession(shared, own.principal, own.session);
}

function checkOrder({ segments }: Corrections): void {
  for (const [number, { from, to }] of segments.entries()) {
    if (to <= from)
      throw notValid(
        `A corrected stretch has to end behind its beginning; one begins and ends at ${from} s.`,
      );
    const next = segments[number + 1];
    if (next !== undefined && next.from < to)
      throw notValid(
        `Two corrected stretches overlap: one lasts until ${to} s, the next begins at ${next.from} s.`,
      );
  }
}

function checkEnd({ segments, jumps }: Corrections, end: number): void {
  const last = Math.max(0, ...segments.map(({ to }) => to), ...jumps.added, ...jumps.removed);
  if (last > end + tolerance) throw notValid(`The ride ends after ${end} s; ${last} s lies behind that.`);
}

/** s; where nobody knows how long a ride is. */
const longestSeconds = 48 * 3600;
/** s; ends are shown rounded, and what comes back is taken as the end. */
const tolerance = 0.1;

const notValid = (detail: string) => new Failure('corrections-not-valid', { detail });
