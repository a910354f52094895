import type { SessionResult } from '@piaffe/aggregation/contract';
import type { Footnotes } from './footnotes.ts';
import { flow } from './layout.ts';
import { doubtMark } from './metric-cell.ts';
import { clock, counted } from './numbers.ts';
import type { Paint } from './style.ts';

/** How many jumps, how many of them in combinations, and when; nothing where none was found. */
export function jumps(
  { jumps: list, metrics }: SessionResult,
  width: number,
  paint: Paint,
  footnotes: Footnotes,
): string[] {
  const { count } = metrics.jumps;
  if (count.value === null || count.value === 0) return [];
  const inCombinations = list.filter(({ combination }) => combination !== null).length;
  const combinations = new Set(list.map(({ combination }) => combination).filter((each) => each !== null))
    .size;
  const total = `${count.value}${doubtMark([count], paint, footnotes)}`;
  const grouped =
    combinations === 0 ? [] : [`${inCombinations} of them in ${counted(combinations, 'combination')}`];
  const times = list.map(({ at, addedByHand }) => `${clock(at)}${addedByHand ? '*' : ''}`);
  return [
    ...flow([total, ...grouped], width, ', '),
    ...flow(['at', ...times], width, ' ').map((line) => paint('dim', line)),
    ...(list.some(({ addedByHand }) => addedByHand) ? [paint('dim', '* added by hand')] : []),
  ];
}
