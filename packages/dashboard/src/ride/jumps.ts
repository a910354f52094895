import type { SessionResult } from '@piaffe/client';

export type Jump = SessionResult['jumps'][number];

/** Where a jump stands in its combination, both from 1. */
export interface InCombination {
  readonly combination: number;
  readonly place: number;
  readonly size: number;
}

/** Null for a jump that stands alone. */
export function inCombination(jumps: readonly Jump[], jump: Jump): InCombination | null {
  if (jump.combination === null) return null;
  const together = jumps.filter(({ combination }) => combination === jump.combination);
  return { combination: jump.combination + 1, place: together.indexOf(jump) + 1, size: together.length };
}

export function countCombinations(jumps: readonly Jump[]): number {
  return new Set(jumps.flatMap(({ combination }) => combination ?? [])).size;
}

/** s in the air; null where nobody measured it. */
export function flightOf({ takeOff, landing }: Pick<Jump, 'takeOff' | 'landing'>): number | null {
  return takeOff === null || landing === null ? null : landing - takeOff;
}

/** How sure it is that it was a jump, in three steps that people can tell apart. */
export function sureness({ confidence }: Pick<Jump, 'confidence'>): 'clear' | 'likely' | 'doubtful' {
  if (confidence >= 0.8) return 'clear';
  return confidence >= 0.5 ? 'likely' : 'doubtful';
}
