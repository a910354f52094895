import type { aggregationContract } from '@piaffe/aggregation/contract';
import type { Output } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import { utcOf } from '../rides/started-at.ts';
import type { Shared } from '../shared.ts';
import { type Writing, write } from '../write.ts';
import type { Claim } from './claim.ts';
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
      const { key, algorithm, token } = claim;
      const { numDeletedRows } = await transaction
        .deleteFrom('session_work')
        .where('key', '=', key)
        .where('algorithm', '=', algorithm)
        .where('token', '=', token)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) return false;
      await transaction
        .insertInto('session_results')
        .values({
          id: newId(),
          key,
          algorithm,
          result_sha256: result.sha256,
          series_sha256: series.sha256,
          series_bytes: series.bytes,
          overview: JSON.stringify(overviewOf(computed.result)),
          computed_at: shared.now().toISOString(),
        })
        .execute();
      await learnAboutFile(writing, claim, computed);
      await settle({ key });
      return true;
    });
  });
}

/** The analysis of a whole file by itself tells how long it is, and when it began unless somebody said that. */
async function learnAboutFile(
  { transaction }: Writing,
  { inputs, trim }: Claim,
  { result: { recording } }: Aggregation,
): Promise<void> {
  const [input] = inputs;
  if (inputs.length !== 1 || input === undefined || trim !== null) return;
  const found = { duration_seconds: recording.durationSeconds };
  const said = input.started_at !== null;
  const start = said
    ? {}
    : { started_at: recording.startedAt, started_utc: recording.startedAt && utcOf(recording.startedAt) };
  await transaction
    .insertInto('session_files')
    .values({ sha256: input.sha256, started_at: null, started_utc: null, ...start, ...found })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ ...start, ...found }))
    .execute();
}

async function* json(value: unknown): AsyncGenerator<Uint8Array> {
  yield Buffer.from(JSON.stringify(value));
}
