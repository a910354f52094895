import type { Shared } from '../shared.ts';
import { unreferenced } from './referenced-blobs.ts';

const atOnce = 50;

type Parts = Pick<Shared, 'database' | 'blobs' | 'referring'>;

/** Removes doomed blobs, but those that something else refers to. */
export async function removeDoomedBlobs({ database, blobs, referring }: Parts): Promise<number> {
  for (let removed = 0; ; ) {
    const rows = await database.selectFrom('session_doomed_blobs').selectAll().limit(atOnce).execute();
    if (rows.length === 0) return removed;
    const doomed = rows.map(({ sha256 }) => sha256);
    await referring(async () => {
      for (const sha256 of await unreferenced(database, doomed)) {
        await blobs.remove(sha256);
        removed++;
      }
      await database.deleteFrom('session_doomed_blobs').where('sha256', 'in', doomed).execute();
    });
  }
}
