/** Radius of the circle that fixes wander in while a horse stands: so many times the noise of one of them. */
const perNoise = 2.5;
/** s on either side in which a horse that goes leaves it, and the slowest walk (m/s), which needs longer for a wider one. */
const shortest = 10;
const slowest = 0.8;
const longest = 60;

/**
 * 1 at each second around which the places do not leave the circle of their noise.
 *
 * @param noise of single fixes, m per axis
 */
export function stays(
  { east, north }: { readonly east: Float64Array; readonly north: Float64Array },
  noise: number,
): Uint8Array {
  const radius = perNoise * noise;
  const reach = Math.min(longest, Math.max(shortest, Math.ceil(radius / slowest)));
  return Uint8Array.from(east, (_, at) => {
    if (Number.isNaN(east[at])) return 0;
    const end = Math.min(east.length - 1, at + reach);
    for (let i = Math.max(0, at - reach); i <= end; i++)
      if (Math.hypot(east[i] - east[at], north[i] - north[at]) > radius) return 0;
    return 1;
  });
}
