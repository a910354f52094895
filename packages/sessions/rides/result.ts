import type { SessionResult } from '@piaffe/aggregation/contract';
import { type Call, Failure, type Output } from '@piaffe/kernel';
import type { State, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { ResultRow, SessionRow } from '../tables.ts';
import { type Own, ownSession } from './own-session.ts';
import { readSession } from './read-session.ts';

/** The result as it was computed, with what people say about the ride now. */
export async function result(shared: Shared, own: Own, call: Call): Promise<SessionResult> {
  const session = await ownSession(shared.database, own);
  const shown = await shownResult(shared, own, session);
  const { principal } = own;
  const [computed, horse, rider] = await Promise.all([
    readJson(shared, shown.result_sha256),
    shared.stable.horse({ principal, horse: session.horse }, call),
    session.rider === null ? null : shared.stable.rider({ principal, rider: session.rider }, call),
  ]);
  const { type, surface, mount } = session;
  return {
    ...(computed as SessionResult),
    context: {
      horse: horse.name,
      type,
      surface,
      rider: rider?.name ?? null,
      mount: mount as SessionResult['context']['mount'],
    },
  };
}

export async function series(shared: Shared, own: Own): Promise<Output<typeof sessionsContract, 'series'>> {
  const session = await ownSession(shared.database, own);
  const { series_sha256, series_bytes } = await shownResult(shared, own, session);
  return { sha256: series_sha256, bytes: series_bytes };
}

async function shownResult(shared: Shared, own: Own, session: SessionRow): Promise<ResultRow> {
  if (session.result !== null) {
    const shown = await shared.database
      .selectFrom('session_results')
      .selectAll()
      .where('id', '=', session.result)
      .executeTakeFirst();
    if (shown !== undefined) return shown;
  }
  const { state, reason } = await readSession(shared, own.principal, own.session);
  throw new Failure('no-result', { detail: withoutResult(state, reason), state });
}

function withoutResult(state: State, reason: string | null): string {
  if (reason !== null) return reason;
  return state === 'running'
    ? 'The recording is being analysed; the result comes by itself.'
    : 'The recording waits for its analysis; the result comes by itself.';
}

async function readJson({ blobs }: Shared, sha256: string): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of blobs.open(sha256)) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}
