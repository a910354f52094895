import { Failure } from '@piaffe/kernel';
import type { RawRecording } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { Own } from './own-session.ts';
import { readSession } from './read-session.ts';

/** One raw recording of a session, the first one when none is named. */
export async function recording(
  shared: Shared,
  own: Own & { readonly recording: string | null },
): Promise<RawRecording> {
  const { recordings } = await readSession(shared, own.principal, own.session);
  const found = own.recording === null ? recordings[0] : recordings.find(({ id }) => id === own.recording);
  if (found === undefined)
    throw new Failure('recording-not-found', { detail: 'This session has no such recording.' });
  return found;
}
