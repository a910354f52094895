import type { Shared } from '../shared.ts';
import { unreferenced } from './referenced-blobs.ts';

const atOnce = 200;
/** An upload has its bytes before it has its row; and a database put back from a backup does not know the latest. */
const blobsStay = 7 * 24 * 3600 * 1000;

type Parts = Pick<Shared, 'database' | 'blobs' | 'now' | 'referring'>;

/** Removes blobs that nothing refers to and that were not kept lately. Nothing but this module refers to blobs. */
export async function removeOrphans(parts: Parts, signal: AbortSignal): Promise<number> {
  const keptBefore = new Date(parts.now().getTime() - blobsStay);
  let removed = 0;
  let old: string[] = [];
  for await (const { sha256, keptAt } of parts.blobs.list()) {
    if (signal.aborted) return removed;
    if (keptAt < keptBefore) old.push(sha256);
    if (old.length < atOnce) continue;
    removed += await removeUnreferenced(parts, old, keptBefore);
    old = [];
  }
  return removed + (await removeUnreferenced(parts, old, keptBefore));
}

async function removeUnreferenced(
  { database, blobs, referring }: Parts,
  hashes: readonly string[],
  keptBefore: Date,
): Promise<number> {
  let removed = 0;
  for (const sha256 of await unreferenced(database, hashes)) {
    // Somebody may have come to refer to it, or have put it again, since we looked.
    await referring(async () => {
      if ((await unreferenced(database, [sha256])).length === 0) return;
      await blobs.remove(sha256, { keptBefore });
      removed++;
    });
  }
  return removed;
}
