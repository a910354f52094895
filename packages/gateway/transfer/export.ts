import { Readable } from 'node:stream';
import type { Principal } from '@piaffe/auth/contract';
import { ZipFile } from 'yazl';
import { allPages } from '../all-pages.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { anySession } from '../session-filter.ts';
import { whereThere } from '../where-there.ts';
import { formatName, formatVersion, places } from './export-format.ts';
import { exportedSessions } from './exported-sessions.ts';
import { jsonArray } from './json-array.ts';

/** Rejects where somebody who has to be asked does not answer: once the answer has begun, nobody could be told. */
export async function checkExport(
  { stable, sessions }: Pick<RouteNeeds, 'stable' | 'sessions'>,
  principal: Principal,
): Promise<void> {
  const one = { principal, limit: 1, after: null };
  await Promise.all([
    stable.horses({ ...one, archived: false }),
    stable.riders({ ...one, archived: false }),
    sessions.list({ ...one, ...anySession, state: null, removed: false }),
  ]);
}

/**
 * Everything of an account as a zip that is made while it is read; what lies in memory does not grow with the recordings.
 * Recordings lie in it as they are, uncompressed, each under its SHA-256. One that the disk has lost is left out.
 */
export function exportOf(needs: RouteNeeds, principal: Principal): Readable {
  const { stable, blobs, config, now, log } = needs;
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  let open: Readable | null = null;
  zip.on('error', (error) => out.destroy(error));
  // When whoever reads goes away.
  out.once('close', () => open?.destroy());

  const add = (place: string, make: () => Iterable<unknown> | AsyncIterable<unknown>, compress = true) =>
    zip.addReadStreamLazy(place, { compress, mtime: now() }, (give) => {
      open = Readable.from(make(), { objectMode: false });
      open.once('error', (error) => out.destroy(error));
      give(null, open);
    });

  const about = { format: formatName, version: formatVersion, piaffe: config.version, exportedAt: now() };
  add(places.about, () => [JSON.stringify(about)]);
  add(places.horses, () => jsonArray(allHorses()));
  add(places.riders, () => jsonArray(allRiders()));
  add(places.events, () => jsonArray(allEvents()));
  add(places.sessions, async function* () {
    const recordings = new Set<string>();
    const results: string[] = [];
    const rides = exportedSessions(needs, principal, (session, hasResult) => {
      for (const { sha256 } of session.recordings) recordings.add(sha256);
      if (hasResult) results.push(session.id);
    });
    yield* jsonArray(rides);
    // Only now is it known what else there is.
    for (const sha256 of recordings) {
      if ((await blobs.size(sha256)) !== null) add(places.recording(sha256), () => blobs.open(sha256), false);
      else log.error({ sha256 }, 'a recording is missing, and is not in an export');
    }
    for (const session of results) add(places.result(session), () => resultOf(session));
    zip.end();
  });
  return out;

  async function* allHorses() {
    for (const archived of [false, true])
      yield* allPages((page) => stable.horses({ principal, archived, ...page }));
  }

  async function* allRiders() {
    for (const archived of [false, true])
      yield* allPages((page) => stable.riders({ principal, archived, ...page }));
  }

  async function* allEvents() {
    for await (const { id: horse } of allHorses())
      yield* allPages((page) => stable.horseEvents({ principal, horse, ...page }));
  }

  async function* resultOf(session: string) {
    const result = needs.sessions.result({ principal, session });
    yield JSON.stringify(await whereThere(result, 'no-result', 'session-not-found'));
  }
}
