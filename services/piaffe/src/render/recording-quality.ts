import type { SessionResult } from '@piaffe/aggregation/contract';
import { wrap } from './layout.ts';
import { percent } from './numbers.ts';

/** What was wrong with the recording, and survived: the notes tell every finding in words. */
export function recordingQuality({ usableShare, notes }: SessionResult['quality'], width: number): string[] {
  const usable = `${percent(usableShare)} of it usable`;
  if (notes.length === 0) return [`${usable}, nothing unusual`];
  return [usable, ...notes.flatMap((note) => wrap(`- ${note}`, width, 2))];
}
