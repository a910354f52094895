const MOST_LOOKED_AT = 20_000;

function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * True when x, y, z stay about a vector that is longer than nine tenths of the distances from it: so does a magnetic field,
 * an attitude or a temperature, but not the angular rate of a trunk, which swings about zero.
 */
export function restsAwayFromZero(axes: readonly Float32Array[]): boolean {
  const length = axes[0]!.length;
  const stride = Math.max(1, Math.floor(length / MOST_LOOKED_AT));
  const vectors: number[][] = [];
  for (let i = 0; i < length; i += stride) {
    const vector = axes.map((axis) => axis[i]!);
    if (!vector.some(Number.isNaN)) vectors.push(vector);
  }
  const centre = axes.map((_, axis) =>
    percentile(
      vectors.map((vector) => vector[axis]!),
      0.5,
    ),
  );
  const distances = vectors.map((vector) =>
    Math.hypot(...vector.map((value, axis) => value - centre[axis]!)),
  );
  return Math.hypot(...centre) > percentile(distances, 0.9);
}
