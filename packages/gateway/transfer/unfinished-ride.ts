import type { Session } from '@piaffe/sessions/contract';
import type { ExportedSession } from './export-format.ts';

/** Whether nobody has said anything about a ride, nor put anything to it. */
export function isUntouched({ recordings, notes, trim, corrections }: Session): boolean {
  return recordings.length === 1 && notes.length === 0 && trim === null && corrections === null;
}

/**
 * Whether a ride that is here looks as an import leaves it that was cut off: nothing but what the export says, and not all
 * of it. Anything else somebody has made of it is theirs.
 */
export function isUnfinished(here: Session, exported: ExportedSession): boolean {
  const hashes = new Set(exported.recordings.map(({ sha256 }) => sha256));
  const notes = exported.notes.slice(0, here.notes.length);
  const isPart =
    here.recordings.every(({ sha256 }) => hashes.has(sha256)) &&
    here.notes.length <= exported.notes.length &&
    here.notes.every(({ at, text }, i) => at === notes[i]?.at && text === notes[i]?.text) &&
    isNullOrSame(here.corrections, exported.corrections) &&
    isNullOrSame(here.trim, exported.trim);
  const isWhole =
    here.recordings.length === hashes.size &&
    here.notes.length === exported.notes.length &&
    (here.corrections !== null || exported.corrections === null) &&
    (here.trim !== null || exported.trim === null);
  return isPart && !isWhole;
}

const isNullOrSame = (here: object | null, exported: object | null) =>
  here === null || JSON.stringify(here) === JSON.stringify(exported);
