import type { Place } from '../../ride/way.ts';

/** px kept free around the way, for its ends; below it stands the scale bar. */
const margin = { side: 26, top: 26, bottom: 40 } as const;
const heights = { least: 200, most: 420 } as const;
/** m; a horse that stood all the time is not drawn as if it had danced. */
const smallestExtent = 30;

export interface WayFit {
  readonly height: number;
  readonly metresPerPixel: number;
  readonly x: (east: number) => number;
  readonly y: (north: number) => number;
  readonly placeOf: (x: number, y: number) => { readonly east: number; readonly north: number };
}

/** Lays a way into a drawing so wide (px), as large as fits, north upwards and the same scale both ways. */
export function fitWay(places: readonly Place[], width: number): WayFit {
  const east = extent(places.map((place) => place.east));
  const north = extent(places.map((place) => place.north));
  const room = { x: Math.max(1, width - 2 * margin.side), y: heights.most - margin.top - margin.bottom };
  const metresPerPixel = Math.max(
    Math.max(east.size, smallestExtent) / room.x,
    Math.max(north.size, smallestExtent) / room.y,
  );
  const height = Math.max(heights.least, north.size / metresPerPixel + margin.top + margin.bottom);
  const middle = { x: width / 2, y: margin.top + (height - margin.top - margin.bottom) / 2 };
  return {
    height,
    metresPerPixel,
    x: (value) => Math.round(10 * (middle.x + (value - east.middle) / metresPerPixel)) / 10,
    y: (value) => Math.round(10 * (middle.y - (value - north.middle) / metresPerPixel)) / 10,
    placeOf: (x, y) => ({
      east: east.middle + (x - middle.x) * metresPerPixel,
      north: north.middle - (y - middle.y) * metresPerPixel,
    }),
  };
}

function extent(values: readonly number[]): { readonly middle: number; readonly size: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { middle: (least + most) / 2, size: most - least };
}
