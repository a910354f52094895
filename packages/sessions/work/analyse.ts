import { aggregationContract } from '@piaffe/aggregation/contract';
import type { Call, Output } from '@piaffe/kernel';
import { isFailureOf, Unavailable } from '@piaffe/kernel';
import { isWhole } from '../read-whole.ts';
import type { Shared } from '../shared.ts';
import { algorithmText } from './algorithm.ts';
import type { Claim } from './claim.ts';
import { aggregateInput } from './key.ts';
import { release } from './lease.ts';
import { publish } from './publish.ts';
import { recordFailure } from './record-failure.ts';
import { altered, type Verdict, verdictOn } from './verdict.ts';

/** How an analysis ended; `wait` is about the server, not about the recording. */
export type Ending =
  | { readonly kind: 'published' | 'superseded' | 'other-algorithm' | 'aborted' | 'failed' | 'attempt' }
  | Extract<Verdict, { kind: 'wait' }>;

/** Asks aggregation for what a claim is about, and publishes the result or writes down why there is none. */
export async function analyse(shared: Shared, claim: Claim, call: Call): Promise<Ending> {
  let computed: Output<typeof aggregationContract, 'aggregate'>;
  try {
    computed = await shared.aggregation.aggregate(aggregateInput(claim.need), call);
  } catch (error) {
    if (call.signal.aborted) return givenBack(shared, claim, { kind: 'aborted' });
    const verdict = await verdictOn(error, shared.aggregation, call.signal);
    if (call.signal.aborted) return givenBack(shared, claim, { kind: 'aborted' });
    if (verdict.kind === 'wait') return givenBack(shared, claim, verdict);
    const recordings = claim.need.inputs.map(({ sha256 }) => sha256);
    if (verdict.kind === 'failed') {
      const damaged = await damagedOf(shared, recordings);
      if (damaged.length > 0) return refused(shared, claim, damaged);
      // Not its sentence, which may quote the file: that is for the rider.
      shared.log.info({ recordings, problem: problemOf(error) }, 'a recording cannot be used');
    } else {
      const attempt = claim.attempts + 1;
      shared.log.warn({ err: error, recordings, attempt }, 'an analysis did not end well');
    }
    await recordFailure(shared, claim, verdict);
    return { kind: verdict.kind };
  }
  const read = new Set(computed.result.inputs.map(({ sha256 }) => sha256));
  const notRead = claim.need.inputs.map(({ sha256 }) => sha256).filter((sha256) => !read.has(sha256));
  if (notRead.length > 0) return refused(shared, claim, notRead);
  if (algorithmText(computed.result.algorithm) !== claim.algorithm)
    return givenBack(shared, claim, { kind: 'other-algorithm' });
  try {
    return { kind: (await publish(shared, claim, computed)) ? 'published' : 'superseded' };
  } catch (error) {
    shared.log.error({ err: error, key: claim.key }, 'a result could not be stored');
    const blocked = error instanceof Unavailable ? error.message : 'The result could not be stored.';
    const retryAfter = error instanceof Unavailable ? error.retryAfter : null;
    return givenBack(shared, claim, { kind: 'wait', blocked, retryAfter });
  }
}

/** The stable code of what is wrong with a recording. */
function problemOf(error: unknown): string | null {
  const { aggregate } = aggregationContract.operations;
  if (!isFailureOf(aggregate, error)) return null;
  return 'problem' in error.details ? error.details.problem : error.code;
}

/** A recording that the disk does not give back counts as damaged too. */
async function damagedOf({ blobs }: Shared, recordings: readonly string[]): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const sha256 of recordings)
    if (!(await isWhole(blobs, sha256).catch(() => false))) damaged.push(sha256);
  return damaged;
}

/** Other bytes than were handed in have been analysed. */
async function refused(shared: Shared, claim: Claim, damaged: readonly string[]): Promise<Ending> {
  shared.log.error({ blobs: damaged }, 'a stored recording is not the one that was handed in any more');
  await recordFailure(shared, claim, altered);
  return { kind: 'attempt' };
}

/** The lease ends by itself where it cannot be given back. */
async function givenBack(shared: Shared, claim: Claim, ending: Ending): Promise<Ending> {
  await release(shared.database, claim).catch((error) =>
    shared.log.warn({ err: error, key: claim.key }, 'a lease could not be given back'),
  );
  return ending;
}
