import { unreadable } from './api-problem.ts';
import { type FileUpload, sendFile, type UploadTarget } from './send-file.ts';
import type { CompanionQuery, Kept, UploadQuery } from './types.ts';

export interface Upload extends UploadQuery, FileUpload {}

export interface CompanionUpload extends CompanionQuery, FileUpload {
  readonly session: string;
}

/** Above this (bytes) a phone could not hold the file to hash it. The server hashes what comes in any case. */
const largestHashed = 64 * 1024 * 1024;

/**
 * Hands in a recording. Once it resolves the recording is safe, and `receipt` says so; `duplicate` is true when the same
 * bytes were there already, and `session` is then the one that has them. Uploading again after a failure is safe.
 */
export async function uploadRecording(
  target: (path: string, query: UploadQuery) => UploadTarget,
  { file, onProgress, signal, ...query }: Upload,
): Promise<Kept> {
  return handIn(target('/recordings', query), { file, onProgress, signal });
}

/**
 * Hands in heart rate or position that was recorded beside the motion of a session. `duplicate` is true when this session
 * had the same bytes already. Uploading again after a failure is safe.
 */
export async function uploadCompanion(
  target: (path: string, query: CompanionQuery) => UploadTarget,
  { session, file, onProgress, signal, ...query }: CompanionUpload,
): Promise<Kept> {
  const path = `/sessions/${encodeURIComponent(session)}/companions`;
  return handIn(target(path, query), { file, onProgress, signal });
}

type Sending = { readonly [Name in keyof FileUpload]: FileUpload[Name] | undefined } & Pick<
  FileUpload,
  'file'
>;

async function handIn(
  { headers, ...way }: UploadTarget,
  { file, onProgress, signal }: Sending,
): Promise<Kept> {
  signal?.throwIfAborted();
  const sha256 = await sha256Of(file);
  const announced = sha256 === null ? headers : { ...headers, 'content-sha256': sha256 };
  const sent = { file, ...(onProgress && { onProgress }), ...(signal && { signal }) };
  return JSON.parse(await sendFile({ ...way, headers: announced }, sent)) as Kept;
}

/** Browsers have the means for it on https and on this machine only; null elsewhere, and for a file that is too large. */
async function sha256Of(file: Blob): Promise<string | null> {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined || file.size > largestHashed) return null;
  const bytes = await file.arrayBuffer().catch((error) => {
    throw unreadable(error);
  });
  const hash = await subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
