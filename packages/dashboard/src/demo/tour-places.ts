import { api } from '../app/api.ts';
import { addresses } from '../app/route.ts';
import { loadHorses } from '../horses/load-stable.ts';

/** Where a sentence of the tour leads, and what on that page it speaks of. */
export interface TourPlace {
  readonly address: string;
  readonly selector: string;
}

const home: TourPlace = { address: addresses.horses, selector: '.horse-card' };

/** The places of the six sentences, in their order. What was deleted of the demo meanwhile is told at home. */
export async function loadTourPlaces(signal: AbortSignal): Promise<TourPlace[]> {
  const horses = (await loadHorses({ signal })).filter(({ demo }) => demo);
  const horse = (name: string) => horses.find((one) => one.name === name)?.id ?? null;
  const [luna, vento, brisa] = [horse('Luna'), horse('Vento'), horse('Brisa')];
  const [jumping, latest] = await Promise.all([
    latestRide(luna, { type: 'Jumping' }, signal),
    latestRide(brisa, {}, signal),
  ]);
  const trend = (horse: string | null, query = ''): TourPlace =>
    horse === null ? home : { address: addresses.trends(horse) + query, selector: '.large-metric .canvas' };
  return [
    home,
    trend(luna),
    trend(vento, '?metric=heartRate.recovery'),
    trend(brisa),
    jumping === null ? home : { address: addresses.session(jumping), selector: '.timeline' },
    latest === null ? home : { address: addresses.report(latest), selector: '.report header' },
  ];
}

async function latestRide(
  horse: string | null,
  of: { readonly type?: string },
  signal: AbortSignal,
): Promise<string | null> {
  if (horse === null) return null;
  const query = { horse, ...of, state: 'done' as const, limit: 1 };
  const { items } = await api.get('/sessions', { params: { query }, signal });
  return items[0]?.id ?? null;
}
