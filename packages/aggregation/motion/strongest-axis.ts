import type { Axes } from '@piaffe/recordings';
import { quantile } from '@piaffe/signal';

const blockSeconds = 10;

/**
 * For files without gravity: the direction, constant over the recording, along which the liveliest tenth of it moves
 * most (first principal component). At trot and canter that is the vertical within a few degrees; its sign is arbitrary.
 */
export function strongestAxis(acceleration: Axes, sampleRateHz: number): Axes {
  const n = acceleration.x.length;
  const block = Math.max(1, Math.round(blockSeconds * sampleRateHz));
  const blocks: { energy: number; covariance: number[] }[] = [];
  for (let from = 0; from + block <= n || from === 0; from += block) {
    const covariance = covarianceOf(acceleration, from, Math.min(n, from + block));
    blocks.push({ energy: covariance[0] + covariance[3] + covariance[5], covariance });
  }
  const lively = quantile(
    blocks.map((one) => one.energy),
    0.9,
  );
  const sum = [0, 0, 0, 0, 0, 0];
  for (const one of blocks) {
    if (one.energy < 0.5 * lively) continue;
    for (let k = 0; k < 6; k++) sum[k] = sum[k] + one.covariance[k];
  }
  const [x, y, z] = principalComponent(sum);
  return { x: new Float32Array(n).fill(x), y: new Float32Array(n).fill(y), z: new Float32Array(n).fill(z) };
}

/** xx, xy, xz, yy, yz, zz. */
function covarianceOf({ x, y, z }: Axes, from: number, to: number): number[] {
  let mx = 0;
  let my = 0;
  let mz = 0;
  for (let i = from; i < to; i++) {
    mx += x[i];
    my += y[i];
    mz += z[i];
  }
  const n = Math.max(1, to - from);
  mx /= n;
  my /= n;
  mz /= n;
  const c = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
  for (let i = from; i < to; i++) {
    const dx = x[i] - mx;
    const dy = y[i] - my;
    const dz = z[i] - mz;
    c[0] += dx * dx;
    c[1] += dx * dy;
    c[2] += dx * dz;
    c[3] += dy * dy;
    c[4] += dy * dz;
    c[5] += dz * dz;
  }
  return c.map((value) => value / n);
}

/** Power iteration on the squared matrix: the gap between the first two components is all that matters here. */
function principalComponent(c: readonly number[]): [number, number, number] {
  const [xx, xy, xz, yy, yz, zz] = c as [number, number, number, number, number, number];
  let v: [number, number, number] = [xx + 1e-12, xy + 1e-9, xz + 1e-9];
  if (yy > xx && yy >= zz) v = [xy + 1e-9, yy, yz + 1e-9];
  else if (zz > xx) v = [xz + 1e-9, yz + 1e-9, zz];
  for (let round = 0; round < 200; round++) {
    const next: [number, number, number] = [
      xx * v[0] + xy * v[1] + xz * v[2],
      xy * v[0] + yy * v[1] + yz * v[2],
      xz * v[0] + yz * v[1] + zz * v[2],
    ];
    const length = Math.hypot(...next) || 1;
    v = [next[0] / length, next[1] / length, next[2] / length];
  }
  return v;
}
