import { butterworth } from './butterworth.ts';
import { filtfilt } from './filtfilt.ts';

/** Three axes of one sensor in its own frame, n samples each at a constant rate. */
export interface SensorAxes {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly z: ArrayLike<number>;
}

/** n unit vectors. */
export interface Directions {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

export type Vector = readonly [x: number, y: number, z: number];

export interface MotionSignals {
  /** Specific force in g, gravity included: at rest 1 g along up. */
  readonly acceleration: SensorAxes;
  /** deg/s, right-handed. */
  readonly angularRate: SensorAxes;
  readonly sampleRateHz: number;
  /** What the gyroscope reads at rest, in deg/s, when known ({@link gyroBias}); otherwise estimated from the signals. */
  readonly gyroBias?: Vector | undefined;
  /** Pull of the accelerometer on the direction on a straight, 1/s; 0.45 when left out. */
  readonly kp?: number;
  /** Speed at which the bias follows, 1/s^2; 0.01 when left out. Well damped as long as it is far below kp^2 / 4. */
  readonly ki?: number;
}

/** Long enough that the strides in it average out. */
const startSeconds = 5;
/** In g: a mean acceleration below it does not tell where up is. */
const leastGravity = 0.2;
const degree = Math.PI / 180;
/** In a turn of this rate the accelerometer is trusted half as much as on the straight. */
const turnRate = 10 * degree;
/** Time constant of each of the two low-passes that take the strides out of the rate of turn. */
const turnSeconds = 1;
/** Passes to and fro: the first round settles, the others refine the bias until it moves less than 0.05 deg/s. */
const leastRounds = 2;
const mostRounds = 4;
const settledBias = 0.05 * degree;

/**
 * The direction "up" in the frame of the sensor, from gyroscope and accelerometer: Mahony's complementary filter
 * (Mahony, Hamel & Pflimlin 2008, explicit filter with bias) on the direction of gravity alone, u' = -w x u.
 * The accelerometer is taken in units of the constant 1 g, never of its own length: its mean over a stride points up,
 * the mean of its direction does not. The filter runs forward and backward and the two are averaged: no lag, no start-up.
 *
 * A turn leans the apparent vertical (13 degrees at 4.3 m/s and 30 deg/s). There the gyroscope is trusted more: both
 * gains fall with the rate of turn about up, and the bias is learnt mainly on straights. Without any straight and
 * without a known bias, an error of a few degrees remains, because a bias and a lean look alike.
 *
 * All numbers must be finite.
 *
 * @returns n unit vectors. Rotating the sensor rotates them and changes nothing else.
 * @throws RangeError when the axes differ in length, or the acceleration holds no gravity.
 */
export function upDirection(signals: MotionSignals): Directions {
  const n = commonLength(signals.acceleration, signals.angularRate);
  const forward = directions(n);
  if (n === 0) return forward;
  const backward = directions(n);
  let up = meanDirection(signals.acceleration, startSeconds * signals.sampleRateHz);
  let bias = scaled(signals.gyroBias ?? [0, 0, 0], degree);
  for (let round = 1; ; round++) {
    // A pass begins with the direction in which the one before it ended, so only the first one has to settle. Both
    // take off the same bias: what is wrong with it tilts them to opposite sides.
    const there = pass(signals, 1, { up, bias }, forward);
    const back = pass(signals, -1, { up: there.up, bias }, backward);
    up = back.up;
    const next = signals.gyroBias ? bias : middle(there.bias, back.bias);
    if (round >= leastRounds && (distance(next, bias) < settledBias || round === mostRounds)) break;
    bias = next;
  }
  for (let i = 0; i < n; i++) {
    writeDirection(
      forward,
      i,
      forward.x[i] + backward.x[i],
      forward.y[i] + backward.y[i],
      forward.z[i] + backward.z[i],
    );
  }
  return forward;
}

/**
 * The direction "up" without a gyroscope: the acceleration below 0.25 Hz (Butterworth of second order, zero phase, the
 * first and last 5 s mirrored outward so that no single stride decides at the ends), at unit length. Blind to tilts
 * faster than about 2 s, and leaning in turns as the apparent vertical does.
 *
 * @param acceleration specific force in g, gravity included; n samples.
 * @returns n unit vectors.
 * @throws RangeError when the axes differ in length, the rate is not above 0.5 Hz, or there is no gravity.
 */
export function upDirectionFromAcceleration(acceleration: SensorAxes, sampleRateHz: number): Directions {
  const n = commonLength(acceleration);
  const up = directions(n);
  const lowpass = butterworth({ order: 2, kind: 'lowpass', cutoffHz: 0.25, sampleRateHz });
  const mirrored = Math.max(0, Math.min(Math.ceil(startSeconds * sampleRateHz), n - 1));
  const [x, y, z] = [acceleration.x, acceleration.y, acceleration.z].map((axis) => {
    const extended = new Float64Array(n + 2 * mirrored);
    for (let i = 0; i < n; i++) extended[mirrored + i] = axis[i];
    for (let i = 1; i <= mirrored; i++) {
      extended[mirrored - i] = axis[i];
      extended[mirrored + n - 1 + i] = axis[n - 1 - i];
    }
    return filtfilt(lowpass, extended).subarray(mirrored, mirrored + n);
  }) as [Float64Array, Float64Array, Float64Array];
  for (let i = 0; i < n; i++) writeDirection(up, i, x[i], y[i], z[i]);
  return up;
}

interface State {
  readonly up: Vector;
  /** rad/s. */
  readonly bias: Vector;
}

/**
 * One pass of the filter, `direction` 1 forward or -1 backward in time, written to `out`.
 * @returns the last direction, and the mean of all corrections: the direction stays about where the accelerometer
 *   says, so what had to be taken off the gyroscope on the way is its bias.
 */
function pass(signals: MotionSignals, direction: 1 | -1, start: State, out: Directions): State {
  const { acceleration: a, angularRate: w, sampleRateHz } = signals;
  const kp = signals.kp ?? 0.45;
  const ki = signals.ki ?? 0.01;
  const n = out.x.length;
  const dt = 1 / sampleRateHz;
  const memory = dt / (turnSeconds + dt);
  let i = direction === 1 ? 0 : n - 1;
  let [ux, uy, uz] = start.up;
  let [bx, by, bz] = start.bias;
  let wx = w.x[i];
  let wy = w.y[i];
  let wz = w.z[i];
  let recent = 0;
  let turn = 0;
  let sumX = 0;
  let sumY = 0;
  let sumZ = 0;
  let weight = 0;
  out.x[i] = ux;
  out.y[i] = uy;
  out.z[i] = uz;
  for (let step = 1; step < n; step++) {
    i += direction;
    // Mean angular rate between the samples, backward in time reversed, in rad/s.
    const half = 0.5 * direction * degree;
    const rx = half * (w.x[i] + wx) - direction * bx;
    const ry = half * (w.y[i] + wy) - direction * by;
    const rz = half * (w.z[i] + wz) - direction * bz;
    wx = w.x[i];
    wy = w.y[i];
    wz = w.z[i];
    recent += (rx * ux + ry * uy + rz * uz - recent) * memory;
    turn += (recent - turn) * memory;
    const trust = 1 / (1 + (turn * turn) / (turnRate * turnRate));
    const p = kp * trust;
    const q = ki * (trust * trust) * (trust * trust) * dt * direction;
    // a x u turns u towards a.
    const ax = a.x[i];
    const ay = a.y[i];
    const az = a.z[i];
    const ex = ay * uz - az * uy;
    const ey = az * ux - ax * uz;
    const ez = ax * uy - ay * ux;
    bx -= q * ex;
    by -= q * ey;
    bz -= q * ez;
    sumX += trust * (bx - direction * p * ex);
    sumY += trust * (by - direction * p * ey);
    sumZ += trust * (bz - direction * p * ez);
    weight += trust;
    const tx = (rx + p * ex) * dt;
    const ty = (ry + p * ey) * dt;
    const tz = (rz + p * ez) * dt;
    // u turned by -t, to second order.
    const dx = uy * tz - uz * ty;
    const dy = uz * tx - ux * tz;
    const dz = ux * ty - uy * tx;
    const nx = ux + dx + 0.5 * (dy * tz - dz * ty);
    const ny = uy + dy + 0.5 * (dz * tx - dx * tz);
    const nz = uz + dz + 0.5 * (dx * ty - dy * tx);
    const scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    ux = nx * scale;
    uy = ny * scale;
    uz = nz * scale;
    out.x[i] = ux;
    out.y[i] = uy;
    out.z[i] = uz;
  }
  return { up: [ux, uy, uz], bias: weight > 0 ? [sumX / weight, sumY / weight, sumZ / weight] : start.bias };
}

/** Direction of the mean acceleration over the first `count` samples. */
function meanDirection({ x, y, z }: SensorAxes, count: number): Vector {
  const n = x.length;
  // A start without gravity (a fall, a dead second) is no start: look at twice as much, and so on.
  for (let taken = Math.min(Math.ceil(count), n); ; taken = Math.min(2 * taken, n)) {
    let sx = 0;
    let sy = 0;
    let sz = 0;
    for (let i = 0; i < taken; i++) {
      sx += x[i];
      sy += y[i];
      sz += z[i];
    }
    const length = Math.sqrt(sx * sx + sy * sy + sz * sz);
    if (length > leastGravity * taken || (taken === n && length > 0))
      return [sx / length, sy / length, sz / length];
    if (taken === n) throw new RangeError('the acceleration holds no gravity, so there is no up');
  }
}

function directions(n: number): Directions {
  return { x: new Float32Array(n), y: new Float32Array(n), z: new Float32Array(n) };
}

function scaled([x, y, z]: Vector, factor: number): Vector {
  return [x * factor, y * factor, z * factor];
}

function middle(a: Vector, b: Vector): Vector {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}

function distance(a: Vector, b: Vector): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
}

function writeDirection(up: Directions, i: number, x: number, y: number, z: number): void {
  const length = Math.sqrt(x * x + y * y + z * z);
  if (length === 0) throw new RangeError('the acceleration holds no gravity, so there is no up');
  up.x[i] = x / length;
  up.y[i] = y / length;
  up.z[i] = z / length;
}

function commonLength(...sensors: readonly SensorAxes[]): number {
  const n = sensors[0].x.length;
  for (const { x, y, z } of sensors) {
    if (x.length !== n || y.length !== n || z.length !== n) throw new RangeError('the axes differ in length');
  }
  return n;
}
