import type { Position } from '@piaffe/recordings';

/** Fixes in a plane: m to the east and north of the first. What a device does not tell is NaN. */
export interface Fixes {
  /** s */
  readonly time: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** m */
  readonly altitude: Float64Array;
  /** Over ground, m/s. */
  readonly speed: Float64Array;
  /** How many were left out. */
  readonly leftOut: number;
}

/** m. A fix that its own device trusts less is none. */
const worstAccuracy = 50;
/** m/s. No horse is quicker than 20. */
export const quickest = 25;
/** m that a fix may be off without anything being wrong. */
const allowance = 30;
/** After so many leaps in a row it is the fix before that was wrong; and fewer fixes than this between two leaps are wrong. */
const mostLeaps = 5;

/** The fixes that can be true, in a plane that touches the ellipsoid (WGS 84) at the first; there may be none. */
export function usableFixes(position: Position): Fixes {
  const kept = possibleFixes(position);
  const { latitude, longitude } = position;
  const [origin = 0] = kept;
  const scale = metresPerDegree(latitude[origin]);
  const column = (value: (i: number) => number) => Float64Array.from(kept, value);
  return {
    time: column((i) => position.time[i]),
    east: column((i) => degreesBetween(longitude[origin], longitude[i]) * scale.east),
    north: column((i) => (latitude[i] - latitude[origin]) * scale.north),
    altitude: column((i) => position.altitude[i]),
    speed: column((i) => (position.speed[i] >= 0 && position.speed[i] <= quickest ? position.speed[i] : NaN)),
    leftOut: position.time.length - kept.length,
  };
}

function possibleFixes(position: Position): number[] {
  const { time, latitude, longitude, accuracy } = position;
  const ways: number[][] = [[]];
  let leaps = 0;
  for (let i = 0; i < time.length; i++) {
    if (Math.abs(latitude[i]) > 85 || Math.abs(longitude[i]) > 180 || accuracy[i] > worstAccuracy) continue;
    if (latitude[i] === 0 && longitude[i] === 0) continue;
    const last = ways.at(-1)!.at(-1);
    if (
      last !== undefined &&
      metresBetween(position, last, i) > allowance + quickest * (time[i] - time[last])
    ) {
      leaps++;
      if (leaps <= mostLeaps) continue;
      ways.push([]);
    }
    leaps = 0;
    ways.at(-1)!.push(i);
  }
  return ways.length === 1 ? ways[0] : ways.filter((way) => way.length > mostLeaps).flat();
}

function metresBetween({ latitude, longitude }: Position, from: number, to: number): number {
  const scale = metresPerDegree(latitude[from]);
  return Math.hypot(
    degreesBetween(longitude[from], longitude[to]) * scale.east,
    (latitude[to] - latitude[from]) * scale.north,
  );
}

/** On the ellipsoid: radii of curvature along the meridian and across it. */
function metresPerDegree(latitude: number): { east: number; north: number } {
  const phi = (latitude * Math.PI) / 180;
  const [a, e2] = [6378137, 0.00669437999014];
  const w = 1 - e2 * Math.sin(phi) ** 2;
  return {
    east: ((Math.PI / 180) * a * Math.cos(phi)) / Math.sqrt(w),
    north: ((Math.PI / 180) * a * (1 - e2)) / w ** 1.5,
  };
}

/** Across the date line the shorter way. */
function degreesBetween(from: number, to: number): number {
  return ((((to - from + 180) % 360) + 360) % 360) - 180;
}
