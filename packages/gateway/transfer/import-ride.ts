import { setTimeout } from 'node:timers/promises';
import type { Principal } from '@piaffe/auth/contract';
import { Failure, InvalidInput, type Output } from '@piaffe/kernel';
import type { sessionsContract } from '@piaffe/sessions/contract';
import { ChecksumMismatch, TooLarge } from '@piaffe/storage';
import { safeFileName } from '../file-name.ts';
import type { RouteNeeds } from '../route-needs.ts';
import type { Archive } from './archive.ts';
import type { ExportedRecording, ExportedSession } from './export-format.ts';
import type { ImportedRide } from './import-report.ts';
import type { NewIds } from './import-stable.ts';
import { isUnfinished, isUntouched } from './unfinished-ride.ts';

interface Importing {
  readonly principal: Principal;
  readonly archive: Archive;
  readonly ids: NewIds;
}

type Kept = Output<typeof sessionsContract, 'keep'>;

/** Brings one ride in, unless it is here. What cannot be brought in is told in words; only what ends the import throws. */
export async function importRide(
  needs: RouteNeeds,
  importing: Importing,
  ride: ExportedSession,
): Promise<ImportedRide> {
  const told = { exported: ride.id, startedAt: ride.startedAt };
  const horse = importing.ids.horses.get(ride.horse);
  if (horse === undefined) {
    return { ...told, session: null, state: 'not-imported', reason: 'Its horse is not in the export.' };
  }
  const motion = ride.recordings.filter(({ role }) => role === 'motion');
  const kept: Kept[] = [];
  const problems: string[] = [];
  for (const recording of motion) {
    try {
      kept.push(await keep(needs, importing, { ride, recording, horse }));
    } catch (error) {
      needs.stopping.throwIfAborted();
      problems.push(reasonOf(error));
    }
  }
  const [first] = kept;
  if (first === undefined)
    return { ...told, session: null, state: 'not-imported', reason: sentence(problems) };

  const session = first.session.id;
  const wasHere = kept.every(({ duplicate }) => duplicate);
  if (wasHere && !isUnfinished(first.session, ride)) {
    return { ...told, session, state: 'already-here', reason: sentence(problems) };
  }
  problems.push(...(await finish(needs, importing, { ride, kept })));
  return { ...told, session, state: wasHere ? 'completed' : 'new', reason: sentence(problems) };
}

interface Recorded {
  readonly ride: ExportedSession;
  readonly recording: ExportedRecording;
  readonly horse: string;
}

async function keep(
  { sessions, ...needs }: RouteNeeds,
  { principal, archive, ids }: Importing,
  { ride, recording, horse }: Recorded,
): Promise<Kept> {
  const blob = await blobOf(needs, archive, recording);
  const { type, surface, mount } = ride.context;
  const rider = ids.riders.get(ride.context.rider ?? '') ?? null;
  return sessions.keep({
    principal,
    horse,
    blob,
    name: safeFileName(recording.name),
    startedAt: recording.startedAt,
    context: { type, surface, mount, rider },
  });
}

async function blobOf(
  { blobs, limits, stopping }: Pick<RouteNeeds, 'blobs' | 'limits' | 'stopping'>,
  archive: Archive,
  { sha256, name }: ExportedRecording,
) {
  const bytes = await archive.recording(sha256);
  if (bytes === null) throw new Absent(`The recording ${safeFileName(name)} is not in the export.`);
  return blobs.put(bytes, { sha256, maxBytes: limits.maxUploadBytes, signal: stopping });
}

/** Everything behind the recordings, in an order that shows how far it came when it is cut off. */
async function finish(
  needs: RouteNeeds,
  importing: Importing,
  { ride, kept }: { readonly ride: ExportedSession; readonly kept: readonly Kept[] },
): Promise<string[]> {
  const { sessions } = needs;
  const { principal, archive } = importing;
  const [{ session: first }, ...others] = kept as [Kept, ...Kept[]];
  const own = { principal, session: first.id };
  const problems: string[] = [];
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      needs.stopping.throwIfAborted();
      problems.push(reasonOf(error));
    }
  };

  for (const { session: other, duplicate } of others) {
    if (other.id === first.id) continue;
    if (duplicate && !isUntouched(other)) {
      problems.push('Another recording of this ride is here as a ride of its own, which was left as it is.');
    } else {
      await attempt(() => mergeOnceKnown(needs, principal, first.id, other.id));
    }
  }
  const present = new Set(first.recordings.map(({ sha256 }) => sha256));
  for (const recording of ride.recordings) {
    if (recording.role !== 'companion' || present.has(recording.sha256)) continue;
    await attempt(async () => {
      const blob = await blobOf(needs, archive, recording);
      const { startedAt } = recording;
      await sessions.addCompanion({ ...own, blob, name: safeFileName(recording.name), startedAt });
    });
  }
  const { corrections, trim } = ride;
  if (corrections !== null) await attempt(() => sessions.correct({ ...own, corrections }));
  for (const { at, text } of ride.notes.slice(first.notes.length)) {
    await attempt(() => sessions.addNote({ ...own, at, text }));
  }
  if (trim !== null) await attempt(() => sessions.trim({ ...own, trim }));
  return problems;
}

const longestWaitSeconds = 600;

/** Where a start is known to the file alone, it is known here once the file was analysed. */
async function mergeOnceKnown(
  { sessions, stopping }: RouteNeeds,
  principal: Principal,
  session: string,
  other: string,
): Promise<void> {
  const isSettled = async (session: string) => {
    const { state } = await sessions.session({ principal, session });
    return state !== 'queued' && state !== 'running';
  };
  for (let waited = 0; ; waited++) {
    try {
      await sessions.merge({ principal, session, other });
      return;
    } catch (error) {
      const isOver = (await isSettled(session)) && (await isSettled(other));
      if (!(error instanceof Failure) || isOver || waited >= longestWaitSeconds) throw error;
    }
    await setTimeout(1000, null, { signal: stopping });
  }
}

class Absent extends Error {}

/** In words, where it concerns this ride alone; what concerns the whole import is thrown. */
function reasonOf(error: unknown): string {
  if (error instanceof ChecksumMismatch) return 'A recording in the export is damaged.';
  if (error instanceof TooLarge) return `A recording has more than ${error.maxBytes} bytes.`;
  if (error instanceof Absent || error instanceof Failure || error instanceof InvalidInput)
    return error.message;
  if (isZipError(error)) return `A recording in the export is damaged: ${(error as Error).message}.`;
  throw error;
}

/** yauzl and zlib say in words alone that a file in a zip is broken. */
function isZipError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return code.startsWith('Z_') || (code === '' && error.name === 'Error');
}

function sentence(problems: readonly string[]): string | null {
  return problems.length === 0 ? null : [...new Set(problems)].join(' ');
}
