/** Rails that an accelerometer's axes run into, and how often. */
export interface Saturation {
  /** Lowest magnitude in g that an axis does not get beyond; null when none piles up. */
  readonly clippedAt: number | null;
  /** Share (0-1) of samples with at least one axis at its rail. */
  readonly share: number;
}

/** Rails are looked for from below the smallest range in use (+-2 g) up to the largest. */
const LOWEST_RAIL = 1.5;
const HIGHEST_RAIL = 60;
const BIN = Math.log(1.0025);
const BINS = Math.ceil(Math.log(HIGHEST_RAIL / LOWEST_RAIL) / BIN);
/** Bins below a rail that it is compared with: about 10 %. */
const BELOW = 40;
const FEWEST_AT_RAIL = 5;
/** How much more often a value comes at the rail than at one of those below it. */
const PILE_UP = 5;

function histogram(values: Float32Array, sign: 1 | -1): Uint32Array {
  const counts = new Uint32Array(BINS + 1);
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!;
    if (value >= LOWEST_RAIL && value < HIGHEST_RAIL)
      counts[Math.floor(Math.log(value / LOWEST_RAIL) / BIN)]!++;
  }
  return counts;
}

/** Lower edge in g of the bins where values pile up with next to nothing beyond; null when there are none. */
function findRail(counts: Uint32Array): number | null {
  let above = 0;
  for (let bin = BINS; bin >= 1; bin--) {
    // A rail may lie on the edge of two bins.
    const atRail = counts[bin]! + counts[bin - 1]!;
    if (atRail >= FEWEST_AT_RAIL && above * 10 <= atRail) {
      let below = 0;
      let width = 0;
      for (let lower = bin - 2; lower >= Math.max(0, bin - 1 - BELOW); lower--, width++)
        below += counts[lower]!;
      // At the lowest rail there is little below to compare with, and the comparison says nothing.
      if (width >= BELOW / 4 && atRail > (PILE_UP * 2 * below) / width)
        return LOWEST_RAIL * Math.exp((bin - 1) * BIN);
    }
    above += counts[bin]!;
  }
  return null;
}

/**
 * Finds the rails of acceleration axes (in g, equal lengths) from how values pile up at the end of their range: at a rail
 * they come at least five times as often as just below, with next to nothing beyond; in a natural tail they get rarer.
 */
export function findSaturation(axes: readonly Float32Array[]): Saturation {
  const rails = axes.map((axis) => ({
    high: findRail(histogram(axis, 1)) ?? Number.POSITIVE_INFINITY,
    low: findRail(histogram(axis, -1)) ?? Number.POSITIVE_INFINITY,
  }));
  if (
    rails.every((rail) => rail.high === Number.POSITIVE_INFINITY && rail.low === Number.POSITIVE_INFINITY)
  ) {
    return { clippedAt: null, share: 0 };
  }
  const n = axes[0]!.length;
  let saturated = 0;
  const beyond = rails.map(() => ({ high: 0, low: 0 }));
  for (let i = 0; i < n; i++) {
    let any = false;
    for (let axis = 0; axis < axes.length; axis++) {
      const value = axes[axis]![i]!;
      const { high, low } = rails[axis]!;
      if (value >= high) {
        any = true;
        if (value > beyond[axis]!.high) beyond[axis]!.high = value;
      } else if (-value >= low) {
        any = true;
        if (-value > beyond[axis]!.low) beyond[axis]!.low = -value;
      }
    }
    if (any) saturated++;
  }
  const found = beyond.flatMap(({ high, low }) => [high, low]).filter((magnitude) => magnitude > 0);
  return { clippedAt: Math.min(...found), share: saturated / n };
}
