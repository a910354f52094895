interface Place {
  /** s */
  readonly at: number;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/** m/s. No horse is faster, ridden or not. */
export const FASTEST = 25;
/** m by which two fixes may be wrong together. */
const RECEIVER_ERROR = 20;
/** m, mean. */
const EARTH_RADIUS = 6_371_009;
const RADIANS = Math.PI / 180;

/**
 * The fixes that a horse can reach from each other, of all that are given in the order of their time: the longest run in
 * which each is in reach of the one before, and to both sides what is in reach of the last one kept. None where that leaves
 * out at least half of them.
 */
export function withinReach<Fix extends Place>(fixes: readonly Fix[]): readonly Fix[] {
  const run = longestRun(fixes);
  if (run.to - run.from === fixes.length) return fixes;
  const before = walk(fixes[run.from]!, fixes.slice(0, run.from).reverse()).reverse();
  const after = walk(fixes[run.to - 1]!, fixes.slice(run.to));
  const kept = [...before, ...fixes.slice(run.from, run.to), ...after];
  return kept.length * 2 > fixes.length ? kept : [];
}

function longestRun(fixes: readonly Place[]): { from: number; to: number } {
  let longest = { from: 0, to: 0 };
  let from = 0;
  for (let to = 1; to <= fixes.length; to++) {
    if (to < fixes.length && isInReach(fixes[to - 1]!, fixes[to]!)) continue;
    if (to - from > longest.to - longest.from) longest = { from, to };
    from = to;
  }
  return longest;
}

/** Of the fixes that follow `last`, those in reach of the last one kept. */
function walk<Fix extends Place>(last: Fix, fixes: readonly Fix[]): Fix[] {
  let latest = last;
  return fixes.filter((fix) => {
    if (!isInReach(latest, fix)) return false;
    latest = fix;
    return true;
  });
}

function isInReach(a: Place, b: Place): boolean {
  return distance(a, b) <= FASTEST * Math.abs(b.at - a.at) + RECEIVER_ERROR;
}

/** m along a great circle, by the haversine formula. */
function distance(a: Place, b: Place): number {
  const sine = (degrees: number) => Math.sin((degrees * RADIANS) / 2) ** 2;
  const across = Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS);
  const share = sine(b.latitude - a.latitude) + across * sine(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(share)));
}
