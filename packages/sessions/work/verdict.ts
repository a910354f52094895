import type { aggregationContract } from '@piaffe/aggregation/contract';
import { type Client, Failure, Unavailable } from '@piaffe/kernel';

/**
 * What an analysis that did not end well means: `failed` trying again would not help; `attempt` it counts as one of
 * three, `reason` is for the rider if it was the last, and `alone` means that it may have been the fault of what ran
 * beside it; `wait` it never began, so it says nothing about the recording.
 */
export type Verdict =
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'attempt'; readonly reason: string; readonly alone: boolean }
  | { readonly kind: 'wait'; readonly blocked: string; readonly retryAfter: number | null };

export const attemptsAtMost = 3;

/** Aggregation is asked once more where the error alone does not tell whose fault it is. */
export async function verdictOn(
  error: unknown,
  aggregation: Client<typeof aggregationContract>,
  signal: AbortSignal,
): Promise<Verdict> {
  if (error instanceof Failure) return ofFailure(error);
  if (error instanceof Unavailable && error.cause === 'broken') {
    const answers = await aggregation.algorithm({}, { signal }).catch(() => null);
    return answers === null ? waitFor(error) : attempt('what came back was no result', askOperator);
  }
  if (error instanceof Unavailable) return ofUnavailable(error);
  return attempt('it ended with a fault of the program', askOperator);
}

function ofFailure({ code, message }: Failure): Verdict {
  // What the system says of it may name folders of the server; that is for the log.
  if (code === 'recording-unreadable')
    return attempt('the stored file could not be read', 'Whoever runs the server has to look at it.');
  return { kind: 'failed', reason: message };
}

/** What is stored is not what was handed in: whatever came of it says nothing about the recording. */
export const altered: Verdict & { readonly kind: 'attempt' } = {
  kind: 'attempt',
  reason:
    'The stored file is not the one that was handed in any more, so no result of it would be true. ' +
    'Whoever runs the server has to look at it. Handing the recording in again puts the file right; then try again.',
  alone: false,
};

function ofUnavailable(error: Unavailable): Verdict {
  const { cause } = error;
  if (cause === 'crashed') return attempt('it ended the program that analyses', askOperator, true);
  if (cause === 'exhausted')
    return attempt('it needed more memory than there is for one recording', askOperator, true);
  if (cause === 'slow') return attempt('it did not end in time', askOperator);
  return waitFor(error);
}

const waitFor = ({ message, retryAfter }: Unavailable): Verdict => ({
  kind: 'wait',
  blocked: message,
  retryAfter,
});

const askOperator = 'Try again later, or ask whoever runs the server to look at it.';

function attempt(what: string, advice: string, alone = false): Verdict {
  const reason =
    `The analysis was tried ${attemptsAtMost} times without success: ${what}. ` +
    `The recording is kept safe. ${advice}`;
  return { kind: 'attempt', reason, alone };
}
