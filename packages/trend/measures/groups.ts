import type { TrendGroup } from '../schemas/trend.ts';
import type { TrendSession } from '../schemas/trend-input.ts';

const traits = ['algorithm', 'type', 'surface', 'rider', 'mount'] as const;

export interface Grouping {
  readonly groups: TrendGroup[];
  /** Of each session the index of its group. */
  readonly groupOf: readonly number[];
}

/**
 * Sessions that may be compared with each other: what is known to move a figure is the same in them. Gait and rein are
 * matched in the metrics themselves. Nothing said is a trait of its own. Case and space around do not count.
 */
export function groupsOf(sessions: readonly TrendSession[]): Grouping {
  const byKey = new Map<string, number>();
  const groups: TrendGroup[] = [];
  const groupOf = sessions.map((session) => {
    const { algorithm, type, surface, rider, mount } = session;
    const key = JSON.stringify(
      traits.map((trait) => session[trait]?.trim().normalize().toLowerCase() ?? null),
    );
    const index = byKey.get(key) ?? groups.length;
    if (index === groups.length) {
      byKey.set(key, index);
      groups.push({ algorithm, type, surface, rider, mount, sessions: 0 });
    }
    groups[index] = { ...groups[index], sessions: groups[index].sessions + 1 };
    return index;
  });
  return { groups, groupOf };
}
