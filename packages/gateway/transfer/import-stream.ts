import { Readable } from 'node:stream';
import type { Principal } from '@piaffe/auth/contract';
import { Failure, InvalidInput, Unavailable } from '@piaffe/kernel';
import type { RouteNeeds } from '../route-needs.ts';
import type { Archive } from './archive.ts';
import type { ImportReport } from './import-report.ts';
import { importRide } from './import-ride.ts';
import type { ImportedStable } from './import-stable.ts';
import { withHeartbeat } from './with-heartbeat.ts';

const heartbeatSeconds = 10;

/**
 * Brings all rides in, and tells of it as one JSON object that grows: an import takes its time, and a connection on which
 * nothing moves would be ended. White space may stand between any two things in it.
 */
export function importStream(needs: RouteNeeds, importing: Importing): Readable {
  const text = withHeartbeat(reportOf(needs, importing), ' ', heartbeatSeconds);
  return Readable.from(text, { objectMode: false });
}

interface Importing {
  readonly principal: Principal;
  readonly archive: Archive;
  readonly stable: ImportedStable;
}

async function* reportOf(
  needs: RouteNeeds,
  { principal, archive, stable: { report, ids } }: Importing,
): AsyncGenerator<string> {
  let stopped: ImportReport['stopped'] = null;
  let isFirst = true;
  yield `${JSON.stringify(report).slice(0, -1)},"rides":[`;
  try {
    for (const ride of inGoodOrder(archive.sessions)) {
      needs.stopping.throwIfAborted();
      const became = await importRide(needs, { principal, archive, ids }, ride);
      yield (isFirst ? '\n' : ',\n') + JSON.stringify(became);
      isFirst = false;
    }
  } catch (error) {
    stopped = whyStopped(error, needs);
  }
  yield `],"stopped":${JSON.stringify(stopped)}}`;
}

/** A ride of several recordings may have to wait for their analysis, which is soon while little else waits. */
function inGoodOrder(sessions: Archive['sessions']): Archive['sessions'] {
  const parts = ({ recordings }: Archive['sessions'][number]) =>
    recordings.filter(({ role }) => role === 'motion').length;
  return sessions.toSorted((a, b) => Number(parts(b) > 1) - Number(parts(a) > 1));
}

function whyStopped(error: unknown, { log, stopping }: RouteNeeds): ImportReport['stopped'] {
  const again = 'What is here stays; import the same file again for the rest.';
  if (stopping.aborted) return { code: 'unavailable', detail: `The server is stopping. ${again}` };
  if (error instanceof Unavailable) {
    const code = error.cause === 'full' ? 'storage-full' : 'unavailable';
    return { code, detail: `${error.message} ${again}` };
  }
  if (error instanceof Failure) return { code: error.code, detail: `${error.message} ${again}` };
  if (error instanceof InvalidInput) return { code: 'input-not-valid', detail: `${error.message} ${again}` };
  log.error({ err: error }, 'an import failed');
  return { code: 'unexpected', detail: `Something went wrong on our side. ${again}` };
}
