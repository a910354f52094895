import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { listBlobs } from '../blobs/list-blobs.ts';
import { readBlobs } from '../blobs/read-blobs.ts';
import { layout } from '../folder/layout.ts';
import { messageOf } from '../message-of.ts';
import type { Blob } from '../store.ts';
import type { Examination } from './examination.ts';
import type { References } from './examine-database.ts';
import { type Finding, inBytes, ok, problem, warning } from './finding.ts';

type KeptBlob = Blob & { readonly keptAt: Date };

/** A blob is there a moment before it is referred to. */
const settledMilliseconds = 60 * 60 * 1000;
const shareBefore = 0.05;

/** Reads every blob and compares it with its name, then with what the modules refer to. */
export async function examineBlobs(
  folder: string,
  references: References | null,
  { signal, onProgress }: Examination,
): Promise<readonly Finding[]> {
  const kept: KeptBlob[] = [];
  const { blobs } = layout(folder);
  if (existsSync(blobs)) for await (const blob of listBlobs(blobs)) kept.push(blob);
  const all = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  const damaged: Finding[] = [];
  let read = 0;
  for (const [index, blob] of kept.entries()) {
    const wrong = await wrongWith(folder, blob.sha256, (bytes) => {
      signal?.throwIfAborted();
      read += bytes;
      const share = shareBefore + (1 - shareBefore) * Math.min(read / all, 1);
      onProgress?.({ share, step: `reading blob ${index + 1} of ${kept.length}` });
    });
    signal?.throwIfAborted();
    if (wrong !== null) damaged.push(damagedBlob(blob, wrong, references));
  }
  const missing = references === null ? [] : await missingBlobs(folder, references);
  const unused = references === null ? [] : unusedBlobs(kept, references);
  const wrong = [...damaged, ...missing];
  if (wrong.length > 0) return [...wrong, ...unused];
  return [ok('blobs', `All ${kept.length} blobs (${inBytes(all)}) are what their names say.`), ...unused];
}

/** What is wrong with the bytes of a blob, in words; null when nothing is, or when it was removed meanwhile. */
async function wrongWith(
  folder: string,
  sha256: string,
  onRead: (bytes: number) => void,
): Promise<string | null> {
  const blobs = readBlobs(folder);
  const hash = createHash('sha256');
  try {
    for await (const chunk of blobs.open(sha256)) {
      hash.update(chunk);
      onRead(chunk.byteLength);
    }
  } catch (error) {
    if ((await blobs.size(sha256)) === null) return null;
    return `it cannot be read (${messageOf(error)})`;
  }
  return hash.digest('hex') === sha256 ? null : 'its bytes have changed';
}

function damagedBlob({ sha256 }: Blob, wrong: string, references: References | null): Finding {
  const what = references?.get(sha256) ?? 'a blob';
  const mend =
    'Check the disk, and put this file back from your backup; handing the same file in again also mends it.';
  return problem('blob-damaged', `${what}: ${wrong} (blobs/${sha256.slice(0, 2)}/${sha256}).`, mend);
}

async function missingBlobs(folder: string, references: References): Promise<readonly Finding[]> {
  const blobs = readBlobs(folder);
  const missing: Finding[] = [];
  for (const [sha256, what] of references) {
    if ((await blobs.size(sha256)) !== null) continue;
    const place = `blobs/${sha256.slice(0, 2)}/${sha256}`;
    missing.push(
      problem('blob-missing', `${what}: the file is not there (${place}).`, 'Put it back from your backup.'),
    );
  }
  return missing;
}

function unusedBlobs(kept: readonly KeptBlob[], references: References): readonly Finding[] {
  const settled = Date.now() - settledMilliseconds;
  const unused = kept.filter(({ sha256, keptAt }) => !references.has(sha256) && keptAt.getTime() < settled);
  if (unused.length === 0) return [];
  const bytes = unused.reduce((sum, blob) => sum + blob.bytes, 0);
  return [
    warning(
      'blobs-unused',
      `${unused.length} blobs (${inBytes(bytes)}) belong to nothing.`,
      'The server removes them after a while.',
    ),
  ];
}
