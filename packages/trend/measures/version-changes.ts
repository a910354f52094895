import type { Trend } from '../schemas/trend.ts';
import type { TrendSession } from '../schemas/trend-input.ts';

/** Where the algorithm of a session is another than that of the one before. */
export function versionChanges(sessions: readonly TrendSession[]): Trend['versionChanges'] {
  return sessions.flatMap(({ id, startedAt, algorithm }, index) => {
    const before = sessions[index - 1]?.algorithm ?? algorithm;
    return before === algorithm ? [] : [{ session: id, at: startedAt, from: before, to: algorithm }];
  });
}
