import type { Shared } from '../shared.ts';
import { write } from '../write.ts';
import type { Claim } from './claim.ts';
import { held } from './lease.ts';
import { attemptsAtMost, type Verdict } from './verdict.ts';

/** Seconds before the second and the third attempt. */
const pauses = [1, 4];

/** Counts an attempt, or ends the trying; only while the lease is still this one. */
export async function recordFailure(
  shared: Shared,
  claim: Claim,
  verdict: Exclude<Verdict, { kind: 'wait' }>,
): Promise<void> {
  await write(shared, async ({ transaction, settle }) => {
    const attempts = claim.attempts + 1;
    const last = verdict.kind === 'failed' || attempts >= attemptsAtMost;
    const pause = pauses[attempts - 1] ?? 0;
    const { numUpdatedRows } = await held(transaction, claim)
      .set({
        attempts,
        alone: verdict.kind === 'attempt' && verdict.alone ? 1 : 0,
        holder: null,
        lease_until: null,
        ...(last
          ? { outcome: verdict.kind === 'failed' ? 'failed' : 'quarantined', reason: verdict.reason }
          : { not_before: new Date(shared.now().getTime() + pause * 1000).toISOString() }),
      })
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n && last) await settle({ key: claim.key });
  });
}
