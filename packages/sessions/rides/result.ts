import type { SessionResult } from '@piaffe/aggregation/contract';
import { type Call, Failure, type Output, Unavailable } from '@piaffe/kernel';
import type { State, sessionsContract } from '../contract.ts';
import { isWhole, readWhole } from '../read-whole.ts';
import type { Shared } from '../shared.ts';
import type { ResultRow, SessionRow } from '../tables.ts';
import { forgetResult } from '../work/forget-result.ts';
import { type Own, ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';

/** So long a ride waits for the names of its horse and rider; then it is shown without. */
const secondsForNames = 1;

/** The result as it was computed, with what people say about the ride now. */
export async function result(
  shared: Shared,
  own: Own,
  call: Call,
): Promise<Output<typeof sessionsContract, 'result'>> {
  const session = await ownSession(shared.database, own);
  const shown = await shownResult(shared, own, session);
  const { principal } = own;
  const { signal } = call;
  const soon = { signal, deadline: new Date(Date.now() + secondsForNames * 1000) };
  const [stored, horse, rider] = await Promise.all([
    readWhole(shared.blobs, shown.result_sha256),
    nameOf(shared.stable.horse({ principal, horse: session.horse }, soon)),
    session.rider === null ? null : nameOf(shared.stable.rider({ principal, rider: session.rider }, soon)),
  ]);
  if (stored === null) throw await lost(shared, own, shown);
  const computed: SessionResult = JSON.parse(stored.toString());
  const { type, surface, mount } = session;
  const away = horse.away ?? rider?.away ?? null;
  return {
    ...computed,
    context: {
      horse: horse.name,
      type,
      surface,
      rider: rider?.name ?? null,
      mount: mount as SessionResult['context']['mount'],
    },
    ...(away === null ? {} : { degraded: [{ need: away.need, retryAfter: away.retryAfter }] }),
  };
}

/** Null, and who was to tell it, where nobody can. */
async function nameOf(
  asked: Promise<{ readonly name: string }>,
): Promise<{ readonly name: string | null; readonly away: Unavailable | null }> {
  try {
    return { name: (await asked).name, away: null };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { name: null, away: error };
  }
}

export async function series(shared: Shared, own: Own): Promise<Output<typeof sessionsContract, 'series'>> {
  const session = await ownSession(shared.database, own);
  const shown = await shownResult(shared, own, session);
  const { series_sha256, series_bytes } = shown;
  if (!(await isWhole(shared.blobs, series_sha256))) throw await lost(shared, own, shown);
  return { sha256: series_sha256, bytes: series_bytes };
}

/** Throws the Failure `no-result` where there is none. */
export async function shownResult(shared: Shared, own: Own, session: SessionRow): Promise<ResultRow> {
  if (session.result !== null) {
    const shown = await shared.database
      .selectFrom('session_results')
      .selectAll()
      .where('id', '=', session.result)
      .executeTakeFirst();
    if (shown !== undefined) return shown;
  }
  throw await noResult(shared, own);
}

/** What was computed is not what is stored any more: that says nothing about the ride, so it is computed again. */
async function lost(shared: Shared, own: Own, shown: ResultRow): Promise<Failure> {
  const { id, result_sha256, series_sha256 } = shown;
  const blobs = { result: result_sha256, series: series_sha256 };
  shared.log.error({ result: id, blobs }, 'a stored result is missing or damaged, and is computed again');
  await forgetResult(shared, shown);
  return noResult(shared, own);
}

async function noResult(shared: Shared, own: Own): Promise<Failure> {
  const { state, reason } = await readSession(shared, own.principal, own.session);
  return new Failure('no-result', { detail: withoutResult(state, reason), state });
}

function withoutResult(state: State, reason: string | null): string {
  if (reason !== null) return reason;
  return state === 'running'
    ? 'The recording is being analysed; the result comes by itself.'
    : 'The recording waits for its analysis; the result comes by itself.';
}
