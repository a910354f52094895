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
/** Share of the rail's magnitude from which a value is at it: a calibrated one is rounded. */
export const AT_RAIL = 0.9995;

interface Tail {
  /** Values per bin, and the largest in each. */
  readonly counts: Uint32Array;
  readonly largest: Float32Array;
}

function tailOf(values: Float32Array, sign: 1 | -1): Tail {
  const counts = new Uint32Array(BINS + 1);
  const largest = new Float32Array(BINS + 1);
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!;
    if (value < LOWEST_RAIL || value >= HIGHEST_RAIL) continue;
    const bin = Math.floor(Math.log(value / LOWEST_RAIL) / BIN);
    counts[bin]!++;
    if (value > largest[bin]!) largest[bin] = value;
  }
  return { counts, largest };
}

/** Magnitude in g at which values pile up with next to nothing beyond; infinite when there is none. */
function findRail({ counts, largest }: Tail): number {
  let above = 0;
  for (let bin = BINS; bin >= 1; bin--) {
    // A rail may lie on the edge of two bins.
    const atRail = counts[bin]! + counts[bin - 1]!;
    if (atRail >= FEWEST_AT_RAIL && above * 10 <= atRail) {
      let below = 0;
      let width = 0;
      for (let lower = bin - 2; lower >= Math.max(0, bin - 1 - BELOW); lower--, width++)
        below += counts[lower]!;
      // Right at the lowest rail there is too little below to compare with.
      if (width >= BELOW / 4 && atRail > (PILE_UP * 2 * below) / width)
        return Math.max(largest[bin]!, largest[bin - 1]!);
    }
    above += counts[bin]!;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Finds the rails of acceleration axes (in g, equal lengths) from how values pile up at the end of their range: at a rail
 * they come at least five times as often as just below, with next to nothing beyond; in a natural tail they get rarer.
 */
export function findSaturation(axes: readonly Float32Array[]): Saturation {
  const rails = axes.map((axis) => ({ high: findRail(tailOf(axis, 1)), low: findRail(tailOf(axis, -1)) }));
  const clippedAt = Math.min(...rails.flatMap(({ high, low }) => [high, low]));
  if (clippedAt === Number.POSITIVE_INFINITY) return { clippedAt: null, share: 0 };
  const n = axes[0]!.length;
  const saturated = new Uint8Array(n);
  for (const [axis, values] of axes.entries()) {
    const high = rails[axis]!.high * AT_RAIL;
    const low = -rails[axis]!.low * AT_RAIL;
    for (let i = 0; i < n; i++) if (values[i]! >= high || values[i]! <= low) saturated[i] = 1;
  }
  return { clippedAt, share: saturated.reduce((sum, at) => sum + at, 0) / n };
}
