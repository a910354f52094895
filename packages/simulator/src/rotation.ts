import type { Random } from './random.ts';

/** A rotation as a unit quaternion. */
export type Quaternion = readonly [w: number, x: number, y: number, z: number];

/** Every attitude is as likely as any other (Marsaglia 1972: four normal numbers, normalised). */
export function drawRotation(random: Random): Quaternion {
  return normalised([random.normal(), random.normal(), random.normal(), random.normal()]);
}

export function normalised(rotation: Quaternion): Quaternion {
  const [w, x, y, z] = rotation;
  const length = Math.hypot(w, x, y, z);
  if (!(length > 0 && Number.isFinite(length)))
    throw new RangeError(`Not a rotation: [${rotation.join(', ')}]`);
  return [w / length, x / length, y / length, z / length];
}

/** The matrix, row by row, that turns the components of a vector as this rotation does. */
export function matrixOf(rotation: Quaternion): Float64Array {
  const [w, x, y, z] = normalised(rotation);
  return Float64Array.of(
    1 - 2 * (y * y + z * z),
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    1 - 2 * (x * x + y * y),
  );
}
