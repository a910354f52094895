import type { aggregationContract } from '@piaffe/aggregation/contract';
import type { Output } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import { isPlausible, laterBy, utcOf } from '../rides/started-at.ts';
import type { Shared } from '../shared.ts';
import { doom } from '../sweep/doom.ts';
import { type Writing, write } from '../write.ts';
import type { Claim } from './claim.ts';
import { numbersOf, toText } from './numbers.ts';
import { overviewOf } from './overview.ts';

type Aggregation = Output<typeof aggregationContract, 'aggregate'>;

/**
 * Result and series become blobs first; then one transaction checks the token, refers to them and settles. False, and
 * nothing is published, when the lease is not this one any more.
 */
export async function publish(shared: Shared, claim: Claim, computed: Aggregation): Promise<boolean> {
  const result = await shared.blobs.put(json(computed.result));
  const series = await shared.blobs.put(json(computed.series));
  return shared.referring(async () => {
    for (const { sha256 } of [result, series]) {
      if ((await shared.blobs.size(sha256)) === null)
        throw new Error(`the blob ${sha256} is gone before it could be referred to`);
    }
    return write(shared, async (writing) => {
      const { transaction, settle } = writing;
      const { owner, key, algorithm, epoch, token } = claim;
      const { numDeletedRows } = await transaction
        .deleteFrom('session_work')
        .where('key', '=', key)
        .where('algorithm', '=', algorithm)
        .where('token', '=', token)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) {
        await doomUnlessNeeded(writing, claim, [result.sha256, series.sha256]);
        return false;
      }
      const found = {
        owner,
        epoch,
        result_sha256: result.sha256,
        series_sha256: series.sha256,
        series_bytes: series.bytes,
        overview: JSON.stringify(overviewOf(computed.result)),
        numbers: toText(numbersOf(computed.result)),
        computed_at: shared.now().toISOString(),
      };
      await doomReplaced(writing, claim, [result.sha256, series.sha256]);
      await transaction
        .insertInto('session_results')
        .values({ id: newId(), key, algorithm, ...found })
        .onConflict((conflict) => conflict.columns(['key', 'algorithm']).doUpdateSet(found))
        .execute();
      await learnAboutFile(writing, claim, computed);
      await settle({ key });
      return true;
    });
  });
}

/** What the same algorithm gave in an earlier epoch, where it was not the same. */
async function doomReplaced(
  { transaction }: Writing,
  { key, algorithm }: Claim,
  blobs: readonly string[],
): Promise<void> {
  const replaced = await transaction
    .selectFrom('session_results')
    .select(['result_sha256', 'series_sha256'])
    .where('key', '=', key)
    .where('algorithm', '=', algorithm)
    .executeTakeFirst();
  if (replaced === undefined) return;
  const before = [replaced.result_sha256, replaced.series_sha256];
  await doom(
    transaction,
    before.filter((sha256) => !blobs.includes(sha256)),
  );
}

/** What was computed for sessions that were deleted for good meanwhile goes as they did. */
async function doomUnlessNeeded(
  { transaction }: Writing,
  { key }: Claim,
  blobs: readonly string[],
): Promise<void> {
  const needed = await transaction
    .selectFrom('session_sessions')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst();
  if (needed === undefined) await doom(transaction, blobs);
}

/**
 * The analysis of one file of motion tells when it began, unless somebody said that, and, unless it was of a part, how long it is. Its
 * owner has that from then on, in a merged ride too; what another owner’s analysis told stays theirs.
 */
async function learnAboutFile(
  { transaction, settle }: Writing,
  { owner, need: { inputs, trim } }: Claim,
  { result: { recording } }: Aggregation,
): Promise<void> {
  const [input, ...more] = inputs.filter(({ role }) => role === 'motion');
  if (input === undefined || more.length > 0) return;
  const { sha256, started_at: said } = input;
  const found = {
    ...(trim === null && { duration_seconds: recording.durationSeconds }),
    ...(said === null && startOfFile(recording.startedAt, trim?.from ?? 0)),
  };
  if (Object.keys(found).length === 0) return;
  await transaction
    .insertInto('session_files')
    .values({ owner, sha256, started_at: null, started_utc: null, duration_seconds: null, ...found })
    .onConflict((conflict) => conflict.columns(['sha256', 'owner']).doUpdateSet(found))
    .execute();
  await settle({ owner, file: sha256 });
}

function startOfFile(partStartedAt: string | null, partFrom: number) {
  const utc = partStartedAt === null ? null : utcOf(partStartedAt);
  if (partStartedAt === null || utc === null || !isPlausible(utc))
    return { started_at: null, started_utc: null };
  const start = laterBy(partStartedAt, -partFrom);
  const startUtc = utcOf(start);
  return { started_at: startUtc && start, started_utc: startUtc };
}

async function* json(value: unknown): AsyncGenerator<Uint8Array> {
  yield Buffer.from(JSON.stringify(value));
}
