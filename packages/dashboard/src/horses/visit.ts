import type { ListedSession } from '@piaffe/client';

/** The visit before this one ended then, and this one was last heard of then; ms since 1970, null for a first visit. */
export interface Visits {
  readonly before: number | null;
  readonly seen: number;
}

/** Who comes back within it has not been away. */
const awayMilliseconds = 30 * 60_000;

/** @param kept what the visit before has left */
export function visitNow(kept: Visits | null, now: number): Visits {
  if (kept === null) return { before: null, seen: now };
  return now - kept.seen > awayMilliseconds ? { before: kept.seen, seen: now } : { ...kept, seen: now };
}

/** When the account was here before, kept in this browser; null on a first visit. */
export function lastVisit(account: string, now = Date.now()): number | null {
  const key = `piaffe-visit ${account}`;
  const visits = visitNow(read(localStorage.getItem(key)), now);
  localStorage.setItem(key, JSON.stringify(visits));
  return visits.before;
}

/** Whether its results are of after the visit before. */
export function isNew(
  { state, computed }: Pick<ListedSession, 'state' | 'computed'>,
  since: number | null,
): boolean {
  return since !== null && state === 'done' && computed !== null && Date.parse(computed.at) > since;
}

function read(kept: string | null): Visits | null {
  try {
    const { before, seen } = JSON.parse(kept ?? '');
    const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
    return isTime(seen) ? { before: isTime(before) ? before : null, seen } : null;
  } catch {
    return null;
  }
}
