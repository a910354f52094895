import type { HorseTrend, ListedSession, OutOfRange } from '@piaffe/client';
import { outAtPresent } from '../trends/out-at-present.ts';

/** Whether a horse's latest ride is done, and whether it was as usual. */
export type Verdict =
  | { readonly is: 'no-rides' | 'queued' | 'not-usable' | 'without-start' | 'as-usual' }
  | { readonly is: 'running' /** From 0 to 1. */; readonly share: number }
  /** Nothing of it could be compared; `reason` says why where one is known. */
  | { readonly is: 'not-comparable'; readonly reason: string | null }
  | { readonly is: 'unusual'; readonly runs: readonly OutOfRange[] };

/** What can be said before the trend is known; null when that decides. */
export function verdictOnState(latest: ListedSession | undefined): Verdict | null {
  if (latest === undefined) return { is: 'no-rides' };
  const { state, progress, startedAt } = latest;
  if (state === 'queued') return { is: 'queued' };
  if (state === 'running') return { is: 'running', share: progress?.share ?? 0 };
  if (state !== 'done') return { is: 'not-usable' };
  return startedAt === null ? { is: 'without-start' } : null;
}

/** @param latest the ride that is done */
export function verdictOnTrend(trend: HorseTrend, latest: string, now: Date): Verdict {
  const runs = outAtPresent(trend, now);
  if (runs.length > 0) return { is: 'unusual', runs };
  const at = trend.sessions.findIndex(({ id }) => id === latest);
  const isJudged = trend.metrics.some(({ points }) => points.value[at] != null && points.low[at] != null);
  if (isJudged) return { is: 'as-usual' };
  const group = trend.sessions[at]?.group;
  const reasons = trend.metrics.flatMap(({ baselines }) => baselines.filter((one) => one.group === group));
  return { is: 'not-comparable', reason: reasons.find(({ reason }) => reason !== null)?.reason ?? null };
}

/** How the curves of the last four weeks were shared, in minutes; null when there were none. */
export function recentReins({ load }: HorseTrend): { left: number; right: number } | null {
  const weeks = load.weeks.slice(-4);
  const sum = (rein: 'left' | 'right') => weeks.reduce((all, { reins }) => all + reins[rein], 0);
  const [left, right] = [sum('left'), sum('right')];
  return left + right > 0 ? { left, right } : null;
}
