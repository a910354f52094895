import { nearestIndex, valuesOf } from './series.ts';
import { spanAt } from './spans.ts';

/** Where the horse was at a second of the ride, in m east and north of where it began. */
export interface Place {
  readonly at: number;
  readonly east: number;
  readonly north: number;
}

export interface Stretch<Gait> {
  readonly gait: Gait;
  readonly places: readonly Place[];
}

interface Segment<Gait> {
  readonly gait: Gait;
  readonly from: number;
  readonly to: number;
}

/** Two positions further apart in time (s) are not joined: nobody knows the way between them. */
const longestGap = 3;

/** The seconds that have a position; null where the ride has none. */
export function placesOf(series: Parameters<typeof valuesOf>[0]): readonly Place[] | null {
  const [east, north] = [valuesOf(series, 'east'), valuesOf(series, 'north')];
  if (east === null || north === null) return null;
  return series.time.flatMap((at, index) => {
    const [x, y] = [east[index] ?? null, north[index] ?? null];
    return x === null || y === null ? [] : [{ at, east: x, north: y }];
  });
}

/** The way cut where the gait changes and where positions are missing; a stretch begins where the one before it ends. */
export function stretchesOf<Gait>(
  places: readonly Place[],
  segments: readonly Segment<Gait>[],
): Stretch<Gait>[] {
  const stretches: { gait: Gait; places: Place[] }[] = [];
  let last: Place | null = null;
  for (const place of places) {
    const gait = spanAt(segments, place.at)?.gait;
    const open = stretches.at(-1);
    const isJoined = last !== null && place.at - last.at <= longestGap;
    if (gait !== undefined) {
      if (open && isJoined && open.gait === gait) open.places.push(place);
      else stretches.push({ gait, places: last !== null && isJoined ? [last, place] : [place] });
    }
    last = place;
  }
  return stretches;
}

/** The place at an instant, where one is known close to it. */
export function placeAt(places: readonly Place[], at: number): Place | null {
  const times = places.map((place) => place.at);
  const place = places[nearestIndex(times, at)];
  return place && Math.abs(place.at - at) <= longestGap ? place : null;
}

/** The place that is nearest to a point, in m. */
export function nearestPlace(places: readonly Place[], east: number, north: number): Place | null {
  let nearest: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = Math.hypot(place.east - east, place.north - north);
    if (distance >= least) continue;
    nearest = place;
    least = distance;
  }
  return nearest;
}

/** The longest round length (1, 2 or 5 times a power of ten) that is no longer than `most`. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((times) => times * power).find((length) => length <= most) ?? power;
}
