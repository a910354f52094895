import type { SessionResult } from '@piaffe/aggregation/contract';
import { wrap } from './layout.ts';
import { percent } from './numbers.ts';

/** What was wrong with the recording, and survived: the notes tell every finding in words. */
export function recordingQuality({ quality, metrics }: SessionResult, width: number): string[] {
  const usable = `${percent(quality.usableShare)} of it usable`;
  if (quality.notes.length > 0)
    return [usable, ...quality.notes.flatMap((note) => wrap(`- ${note}`, width, 2))];
  return [hasDoubt(metrics) ? usable : `${usable}, nothing unusual`];
}

/** Whether a number in a tree of metrics is less than good. */
function hasDoubt(tree: object): boolean {
  if ('quality' in tree) return tree.quality === 'fair' || tree.quality === 'poor';
  return Object.values(tree).some(hasDoubt);
}
