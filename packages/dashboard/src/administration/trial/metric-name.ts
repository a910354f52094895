import { gaitWords, reinWords } from '../../ride/words.ts';
import { isTrendMetric } from '../../trends/trend-metrics.ts';
import { words as trendWords } from '../../trends/words.ts';
import { words } from '../words.ts';

const gaits: Readonly<Record<string, { readonly name: string }>> = gaitWords;
const reins: Readonly<Record<string, { readonly name: string }>> = reinWords;
const leaves: Readonly<Record<string, string>> = words.leaves;
/** They only sort what is in them. */
const groups: ReadonlySet<string> = new Set([
  'gaits',
  'reins',
  'gaitByRein',
  'symmetry',
  'position',
  'energy',
]);

/** A path in a result, such as `gaits.trot.time`, in words: those of its trend, or of its parts. */
export function metricName(metric: string): string {
  if (isTrendMetric(metric)) return trendWords.metrics[metric].name;
  return metric
    .split('.')
    .filter((part) => !groups.has(part))
    .map((part) => gaits[part]?.name ?? reins[part]?.name ?? leaves[part] ?? part)
    .join(', ');
}
