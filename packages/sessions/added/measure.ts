import { Failure, Unavailable } from '@piaffe/kernel';
import { asDescribed } from '@piaffe/metric/contract';
import { readWhole } from '../read-whole.ts';
import type { Shared } from '../shared.ts';
import { forgetResult } from '../work/forget-result.ts';
import { attemptsAtMost } from '../work/verdict.ts';
import type { Outcome } from './keep-added.ts';
import type { Lacking } from './lacking.ts';
import type { Described, Plugin } from './plugin.ts';

/** A plugin that knows no end is given one. Its process may have less in the plan. */
const measureSeconds = 60;

/**
 * Asks a plugin for its metrics of one result; null where that result is no more. Rejects with `Unavailable` where the
 * plugin never began, which says nothing about the ride, and with the signal’s reason.
 */
export async function measure(
  shared: Shared,
  { name, client }: Plugin,
  { metrics: described }: Described,
  lacking: Lacking,
  signal: AbortSignal,
): Promise<Outcome | null> {
  const [result, series] = await Promise.all([
    readWhole(shared.blobs, lacking.result_sha256),
    readWhole(shared.blobs, lacking.series_sha256),
  ]);
  if (result === null || series === null) {
    shared.log.error({ result: lacking.id }, 'a stored result is missing or damaged, and is computed again');
    await forgetResult(shared, lacking);
    return null;
  }
  const input = { result: JSON.parse(result.toString()), series: JSON.parse(series.toString()) };
  try {
    const deadline = new Date(Date.now() + measureSeconds * 1000);
    const { metrics } = await client.measure(input, { signal, deadline });
    return { kind: 'measured', metrics: asDescribed(described, metrics) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return { kind: 'failed', reason: error.message };
    const what = whatWentWrong(error);
    if (what === null) throw error;
    const attempt = lacking.attempts + 1;
    shared.log.warn({ err: error, plugin: name, result: lacking.id, attempt }, 'a plugin failed on a ride');
    if (attempt < attemptsAtMost) return { kind: 'attempt' };
    return {
      kind: 'failed',
      reason: `The plugin was tried ${attemptsAtMost} times on this ride without success: ${what}.`,
    };
  }
}

/** Null where it never began. What the plugin says of it may be about anything; that is for the log. */
function whatWentWrong(error: unknown): string | null {
  if (!(error instanceof Unavailable)) return 'it met a fault of its own';
  if (error.cause === 'crashed') return 'it broke down';
  if (error.cause === 'exhausted') return 'it needed more memory than it may have';
  if (error.cause === 'slow') return 'it did not end in time';
  return null;
}
