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
const quickest = 25;
/** m that a fix may be off without anything being wrong. */
const allowance = 30;
/** After so many leaps in a row it is the fix before that was wrong. */
const mostLeaps = 5;

/** The fixes that can be true, in a plane that touches the ellipsoid (WGS 84) at the first. Null without one. */
export function usableFixes(position: Position): Fixes | null {
  const kept = possibleFixes(position);
  if (kept.length === 0) return null;
  const { latitude, longitude } = position;
  const [origin] = kept;
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

function possibleFixes({ time, latitude, longitude, accuracy }: Position): number[] {
  const kept: number[] = [];
  let leaps = 0;
  for (let i = 0; i < time.length; i++) {
    if (Math.abs(latitude[i]) > 85 || Math.abs(longitude[i]) > 180 || accuracy[i] > worstAccuracy) continue;
    if (latitude[i] === 0 && longitude[i] === 0) continue;
    const last = kept.at(-1);
    if (last !== undefined && leaps < mostLeaps) {
      const scale = metresPerDegree(latitude[last]);
      const metres = Math.hypot(
        degreesBetween(longitude[last], longitude[i]) * scale.east,
        (latitude[i] - latitude[last]) * scale.north,
      );
      if (metres > allowance + quickest * (time[i] - time[last])) {
        leaps++;
        continue;
      }
    }
    leaps = 0;
    kept.push(i);
  }
  return kept;
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
