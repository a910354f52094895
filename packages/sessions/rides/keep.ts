import { type Call, type Input, type Output, Unavailable } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import type { sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { RecordingRow } from '../tables.ts';
import { keyOf } from '../work/key.ts';
import { write } from '../write.ts';
import { readSession } from './read-session.ts';
import { checkedStart, utcOf } from './started-at.ts';

type Kept = Output<typeof sessionsContract, 'keep'>;

/**
 * Acknowledges a recording. The same bytes of the same owner are the session that has them already; where that was
 * removed, it comes back: whoever hands a ride in again wants to have it.
 */
export async function keep(
  shared: Shared,
  input: Input<typeof sessionsContract, 'keep'>,
  call: Call,
): Promise<Kept> {
  const { principal, horse, context, blob } = input;
  const startedAt = input.startedAt === null ? null : checkedStart(input.startedAt, shared.now());
  await shared.stable.horse({ principal, horse }, call);
  if (context.rider !== null) await shared.stable.rider({ principal, rider: context.rider }, call);
  const kept = await shared.referring(async () => {
    if ((await shared.blobs.size(blob.sha256)) !== blob.bytes) throw bytesAreGone();
    return write(shared, async ({ transaction, settle }) => {
      const existing = await transaction
        .selectFrom('session_recordings')
        .selectAll()
        .where('owner', '=', principal.account)
        .where('sha256', '=', blob.sha256)
        .executeTakeFirst();
      if (existing !== undefined) {
        await transaction
          .updateTable('session_sessions')
          .set({ removed_at: null })
          .where('id', '=', existing.session)
          .where('removed_at', 'is not', null)
          .execute();
        await settle({ session: existing.session });
        return { recording: existing, duplicate: true };
      }
      const receivedAt = shared.now().toISOString();
      const id = newId();
      const recording: RecordingRow = {
        id: newId(),
        owner: principal.account,
        session: id,
        home: id,
        position: 0,
        offset_seconds: 0,
        sha256: blob.sha256,
        bytes: blob.bytes,
        name: input.name,
        handed_in_with: startedAt,
        started_at: startedAt,
        started_utc: startedAt && utcOf(startedAt),
        received_at: receivedAt,
      };
      await transaction
        .insertInto('session_sessions')
        .values({
          id,
          owner: principal.account,
          horse,
          ...context,
          trim_from: null,
          trim_to: null,
          trim_before_merge: null,
          received_at: receivedAt,
          removed_at: null,
          merged_into: null,
          corrections: null,
          key: keyOf(principal.account, {
            inputs: [{ ...recording, role: 'motion' }],
            trim: null,
            corrections: null,
          }),
          queued_at: receivedAt,
          reprocess: 0,
          state: 'queued',
          result: null,
          started_at: null,
          sort_at: '',
        })
        .execute();
      await transaction.insertInto('session_recordings').values(recording).execute();
      await settle({ session: id });
      return { recording, duplicate: false };
    });
  });
  const { recording, duplicate } = kept;
  return {
    receipt: {
      id: recording.id,
      sha256: recording.sha256,
      bytes: recording.bytes,
      receivedAt: recording.received_at,
    },
    session: await readSession(shared, principal, recording.session),
    duplicate,
  };
}

export const bytesAreGone = () =>
  new Unavailable('storage', 'down', 'The bytes were not there any more. Send the file again.', {
    retryAfter: 1,
  });
