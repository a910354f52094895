import type { Shared } from '../shared.ts';
import type { ResultRow } from '../tables.ts';
import { write } from '../write.ts';

/** A result whose blobs are lost or damaged is none: whoever needs it waits for it to be computed again. */
export async function forgetResult(
  shared: Shared,
  { id, key }: Pick<ResultRow, 'id' | 'key'>,
): Promise<void> {
  await write(shared, async ({ transaction, settle }) => {
    await transaction
      .updateTable('session_sessions')
      .set({ result: null })
      .where('result', '=', id)
      .execute();
    const { numDeletedRows } = await transaction
      .deleteFrom('session_results')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return;
    await transaction
      .updateTable('session_sessions')
      .set({ queued_at: shared.now().toISOString(), reprocess: 0 })
      .where('key', '=', key)
      .execute();
    await settle({ key });
  });
}
