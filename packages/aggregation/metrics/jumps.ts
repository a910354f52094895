import type { SingleJump } from '../corrections/correct-jumps.ts';
import type { Metric } from '../schemas/session-result.ts';
import { measured, missing } from './metric.ts';

/** How many jumps there were. */
export function jumpCount(jumps: readonly SingleJump[], whyNotFound: string | null): Metric {
  if (whyNotFound === null) return measured(jumps.length, '1', { n: jumps.length });
  if (jumps.length === 0) return missing('1', whyNotFound);
  const reason = 'only those that were added by hand';
  return measured(jumps.length, '1', { n: jumps.length, quality: 'poor', reason });
}
