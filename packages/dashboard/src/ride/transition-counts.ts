import type { Gait } from './gaits.ts';

interface Transition {
  readonly at: number;
  readonly fromGait: Gait;
  readonly toGait: Gait;
}

export type Direction = 'up' | 'down' | 'level';

export interface TransitionCount {
  readonly from: Gait;
  readonly to: Gait;
  readonly direction: Direction;
  readonly count: number;
}

/** How fast gaits are, where that says which way a transition goes. */
const pace: Readonly<Partial<Record<Gait, number>>> = {
  halt: 0,
  walk: 1,
  trot: 2,
  tolt: 2,
  pace: 2,
  canter: 3,
  gallop: 4,
};

/** Up to a faster gait, down to a slower one; level where neither is. */
export function directionOf({ fromGait, toGait }: Pick<Transition, 'fromGait' | 'toGait'>): Direction {
  const [from, to] = [pace[fromGait], pace[toGait]];
  if (from === undefined || to === undefined || from === to) return 'level';
  return to > from ? 'up' : 'down';
}

/** Each kind of transition with how often it was ridden, the most frequent first. */
export function countTransitions(transitions: readonly Transition[]): TransitionCount[] {
  const counts = new Map<string, TransitionCount>();
  for (const transition of transitions) {
    const { fromGait: from, toGait: to } = transition;
    const key = `${from} ${to}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { from, to, direction: directionOf(transition), count });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
