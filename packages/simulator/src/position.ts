import type { Course } from './course.ts';
import type { Random } from './random.ts';

/** Where a ride begins: a place in the country. */
export interface Place {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** m above the sea. */
  readonly altitude: number;
  /** Direction of the first step, degrees clockwise from north. */
  readonly bearing: number;
}

/** What a phone writes once a second, less those it missed. */
export interface Position {
  /** s from the first sample of the motion. */
  readonly time: Float64Array;
  /** Degrees. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** m. */
  readonly altitude: Float64Array;
  /** m/s over ground. */
  readonly speed: Float64Array;
  /** Degrees clockwise from north. */
  readonly bearing: Float64Array;
  /** m, one standard deviation, as the phone believes. */
  readonly accuracy: number;
}

/** Where the horse really is at the beginning of each second: m from the start, to the east, the north and up. */
export interface Way {
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly up: Float64Array;
  /** m over ground from the start. */
  readonly distance: Float64Array;
}

/** Steps within a second; speed and heading hardly change in one. */
const steps = 10;

/** Follows heading, speed and slope of the ground. */
export function wayOf(course: Course, { bearing }: Place): Way {
  const seconds = Math.floor(course.duration) + 1;
  const way: Way = {
    east: new Float64Array(seconds),
    north: new Float64Array(seconds),
    up: new Float64Array(seconds),
    distance: new Float64Array(seconds),
  };
  const turn = course.headingRate.reader();
  const speed = course.speed.reader();
  const slope = course.slope.reader();
  const start = Math.PI / 2 - (bearing * Math.PI) / 180;
  let east = 0;
  let north = 0;
  let up = 0;
  for (let i = 0; i < seconds; i++) {
    way.east[i] = east;
    way.north[i] = north;
    way.up[i] = up;
    way.distance[i] = speed.moveTo(i).integral;
    for (let j = 0; j < steps; j++) {
      const at = i + (j + 0.5) / steps;
      const step = speed.moveTo(at).value / steps;
      const heading = start + turn.moveTo(at).integral;
      east += step * Math.cos(heading);
      north += step * Math.sin(heading);
      up += step * slope.moveTo(at).value;
    }
  }
  return way;
}

const metresPerDegree = 111_320;

/** The phone's position: off by 1 to 4 m that change within half a minute, and now and then none at all. */
export function carryPhone(
  way: Way,
  place: Place,
  errorMetres: number,
  outagesPerHour: number,
  random: Random,
): Position {
  const kept: number[] = [];
  let until = -1;
  for (let i = 0; i < way.east.length; i++) {
    if (random.chance(outagesPerHour / 3600)) until = i + random.between(4, 40);
    if (i > until) kept.push(i);
  }
  const error = () => wandering(way.east.length, random);
  const [errorEast, errorNorth, errorUp] = [error(), error(), error()];
  const perDegreeEast = metresPerDegree * Math.cos((place.latitude * Math.PI) / 180);
  const speedAt = (i: number) => {
    const next = Math.min(i + 1, way.distance.length - 1);
    const before = Math.max(i - 1, 0);
    return next === before ? 0 : (way.distance[next] - way.distance[before]) / (next - before);
  };
  const bearingAt = (i: number) => {
    const next = Math.min(i + 1, way.east.length - 1);
    const before = Math.max(i - 1, 0);
    const degrees =
      (Math.atan2(way.east[next] - way.east[before], way.north[next] - way.north[before]) * 180) / Math.PI;
    return (degrees + 360) % 360;
  };
  const column = (value: (i: number) => number) => Float64Array.from(kept, value);
  return {
    time: column((i) => i),
    latitude: column((i) => place.latitude + (way.north[i] + errorMetres * errorNorth[i]) / metresPerDegree),
    longitude: column((i) => place.longitude + (way.east[i] + errorMetres * errorEast[i]) / perDegreeEast),
    altitude: column((i) => place.altitude + way.up[i] + 1.5 * errorMetres * errorUp[i]),
    speed: column((i) => Math.max(speedAt(i) + 0.08 * random.normal(), 0)),
    bearing: column(bearingAt),
    accuracy: 2 * errorMetres,
  };
}

/** Standard deviation 1, most of it forgotten after half a minute. */
function wandering(count: number, random: Random): Float64Array {
  const memory = Math.exp(-1 / 25);
  const values = new Float64Array(count);
  let value = random.normal();
  for (let i = 0; i < count; i++) {
    values[i] = value + 0.08 * random.normal();
    value = memory * value + Math.sqrt(1 - memory * memory) * random.normal();
  }
  return values;
}
