import type { Horse, ListedSession } from '@piaffe/client';
import { api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';

export interface HorseWithRides {
  readonly horse: Horse;
  /** The latest ones. */
  readonly rides: readonly ListedSession[];
  readonly hasMore: boolean;
}

const ridesShown = 3;

/** Every horse, by name. */
export function loadHorses({ archived = false, signal }: { archived?: boolean; signal?: AbortSignal } = {}) {
  return everyPage((after) =>
    api.get('/horses', {
      params: { query: { archived, limit: 200, ...(after === undefined ? {} : { after }) } },
      ...(signal ? { signal } : {}),
    }),
  );
}

/** Every horse with its latest rides. */
export async function loadStable(archived: boolean, signal: AbortSignal): Promise<HorseWithRides[]> {
  const horses = await loadHorses({ archived, signal });
  return Promise.all(
    horses.map(async (horse) => {
      const query = { horse: horse.id, limit: ridesShown };
      const { items, next } = await api.get('/sessions', { params: { query }, signal });
      return { horse, rides: items, hasMore: next !== null };
    }),
  );
}

/** The horses that were ridden last. */
export function mostRecent(stable: readonly HorseWithRides[], count: number): ReadonlySet<string> {
  const last = ({ rides }: HorseWithRides) =>
    Date.parse(rides[0]?.startedAt ?? rides[0]?.receivedAt ?? '') || 0;
  const latestFirst = stable.toSorted((a, b) => last(b) - last(a));
  return new Set(latestFirst.slice(0, count).map(({ horse }) => horse.id));
}
