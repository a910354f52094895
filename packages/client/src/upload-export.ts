import { type FileUpload, sendFile, type UploadTarget } from './send-file.ts';
import type { ImportReport } from './types.ts';

/**
 * Hands in an export, of this server or of another. It answers once everything in it was looked at; `stopped` says why, if
 * it ended before. Handing it in again is safe: what is there already is left as it is.
 */
export async function uploadExport(target: UploadTarget, upload: FileUpload): Promise<ImportReport> {
  upload.signal?.throwIfAborted();
  return JSON.parse(await sendFile(target, upload)) as ImportReport;
}
