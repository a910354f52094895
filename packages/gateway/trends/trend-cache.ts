import { createHash } from 'node:crypto';
import type { TrendInput } from '@piaffe/trend/contract';

interface Told {
  readonly text: Promise<string>;
  readonly since: number;
}

const mostKept = 16;
/** Where trend runs elsewhere it may become another version while we run. */
const longestMilliseconds = 10 * 60_000;

/**
 * Trends as JSON, kept for a while by what they are told from: the same page is looked at again, as a file too, and the
 * client asks whether what it has is still right. `tell` computes one.
 */
export function cacheTrends(tell: (input: TrendInput) => Promise<string>) {
  const kept = new Map<string, Told>();

  return (input: TrendInput): Promise<string> => {
    const key = createHash('sha256').update(JSON.stringify(input)).digest('base64');
    const known = kept.get(key);
    kept.delete(key);
    const isFresh = known !== undefined && performance.now() - known.since < longestMilliseconds;
    const told = isFresh ? known : { text: tell(input), since: performance.now() };
    kept.set(key, told);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    told.text.catch(() => kept.delete(key));
    return told.text;
  };
}
