import type { Shared } from '../shared.ts';
import { unreferenced } from './referenced-blobs.ts';

const atOnce = 50;

type Parts = Pick<Shared, 'database' | 'blobs' | 'referring'>;

/** Removes the blobs of what was deleted for good, but those that something else refers to. */
export async function removeDoomedBlobs({ database, blobs, referring }: Parts): Promise<number> {
  for (let removed = 0; ; ) {
    const doomed = await database.selectFrom('session_doomed_blobs').selectAll().limit(atOnce).execute();
    if (doomed.length === 0) return removed;
    for (const { sha256 } of doomed) {
      await referring(async () => {
        const [nobodys] = await unreferenced(database, [sha256]);
        if (nobodys !== undefined) await blobs.remove(sha256);
        if (nobodys !== undefined) removed++;
        await database.deleteFrom('session_doomed_blobs').where('sha256', '=', sha256).execute();
      });
    }
  }
}
