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
  /** What the gyroscope reads at rest, in deg/s, when known ({@link gyroBias}); otherwise estimated from the ride. */
  readonly gyroBias?: Vector | undefined;
  /** Pull of the accelerometer on the direction, 1/s. */
  readonly kp?: number;
  /** Speed at which the bias follows, 1/s^2; damped as long as it stays well below kp^2 / 4. */
  readonly ki?: number;
}

/** Long enough that the strides in it average out. */
const START_SECONDS = 5;
const RADIANS = Math.PI / 180;

/**
 * The direction "up" in the frame of the sensor, from gyroscope and accelerometer: Mahony's complementary filter
 * (Mahony, Hamel & Pflimlin 2008, explicit filter with bias) on the direction of gravity alone, u' = -w x u.
 * The accelerometer is taken in units of the constant 1 g, never of its own length: its mean over a stride points up,
 * the mean of its direction does not. The filter runs forward and backward and the two are averaged: no lag, no start-up.
 *
 * A steady turn leans the apparent vertical; like every filter without a speed this one follows it in part.
 *
 * @returns n unit vectors. Rotating the sensor rotates them and changes nothing else.
 * @throws RangeError when the axes differ in length, or the acceleration holds no gravity.
 */
export function upDirection(signals: MotionSignals): Directions {
  const n = commonLength(signals.acceleration, signals.angularRate);
  const up = { x: new Float32Array(n), y: new Float32Array(n), z: new Float32Array(n) };
  if (n === 0) return up;
  const filter = new GravityFilter(signals);
  const bias = signals.gyroBias?.map((rate) => rate * RADIANS) ?? filter.meanBias();
  filter.run(1, bias, (i, x, y, z) => {
    up.x[i] = x;
    up.y[i] = y;
    up.z[i] = z;
  });
  filter.run(-1, bias, (i, x, y, z) => {
    writeDirection(up, i, up.x[i]! + x, up.y[i]! + y, up.z[i]! + z);
  });
  return up;
}

/**
 * The direction "up" without a gyroscope: the acceleration below 0.25 Hz (Butterworth of second order, zero phase),
 * at unit length. Blind to tilts faster than about 2 s.
 *
 * @param acceleration specific force in g, gravity included.
 * @returns n unit vectors.
 * @throws RangeError when the axes differ in length, the rate is not above 0.5 Hz, or there is no gravity.
 */
export function upDirectionFromAcceleration(acceleration: SensorAxes, sampleRateHz: number): Directions {
  const n = commonLength(acceleration);
  const up = { x: new Float32Array(n), y: new Float32Array(n), z: new Float32Array(n) };
  const lowpass = butterworth({ order: 2, kind: 'lowpass', cutoffHz: 0.25, sampleRateHz });
  const x = filtfilt(lowpass, acceleration.x);
  const y = filtfilt(lowpass, acceleration.y);
  const z = filtfilt(lowpass, acceleration.z);
  for (let i = 0; i < n; i++) writeDirection(up, i, x[i]!, y[i]!, z[i]!);
  return up;
}

class GravityFilter {
  readonly #signals: MotionSignals;
  readonly #n: number;
  readonly #kp: number;
  readonly #ki: number;

  constructor(signals: MotionSignals) {
    this.#signals = signals;
    this.#n = signals.acceleration.x.length;
    this.#kp = signals.kp ?? 0.45;
    this.#ki = signals.ki ?? 0.01;
  }

  /**
   * Mean of all corrections of one pass: the direction ends about where the accelerometer says, so what had to be
   * taken off the gyroscope on the way is its bias.
   */
  meanBias(): number[] {
    return this.run(1, [0, 0, 0], () => {});
  }

  /** One pass, `direction` 1 forward or -1 backward, from the given bias in rad/s; returns the mean correction. */
  run(
    direction: 1 | -1,
    startBias: readonly number[],
    write: (i: number, x: number, y: number, z: number) => void,
  ): number[] {
    const { acceleration: a, angularRate: w, sampleRateHz } = this.#signals;
    const n = this.#n;
    const kp = this.#kp;
    const ki = this.#ki;
    const dt = 1 / sampleRateHz;
    const first = direction === 1 ? 0 : n - 1;
    const start = this.#meanAcceleration(direction);
    let [ux, uy, uz] = start;
    let [bx, by, bz] = startBias as [number, number, number];
    let sumX = 0;
    let sumY = 0;
    let sumZ = 0;
    write(first, ux, uy, uz);
    for (let step = 1; step < n; step++) {
      const i = first + direction * step;
      const before = i - direction;
      const ax = a.x[i]!;
      const ay = a.y[i]!;
      const az = a.z[i]!;
      // a x u, in rad: turns u towards a.
      const ex = ay * uz - az * uy;
      const ey = az * ux - ax * uz;
      const ez = ax * uy - ay * ux;
      bx -= direction * ki * ex * dt;
      by -= direction * ki * ey * dt;
      bz -= direction * ki * ez * dt;
      sumX += bx - direction * kp * ex;
      sumY += by - direction * kp * ey;
      sumZ += bz - direction * kp * ez;
      const half = 0.5 * RADIANS;
      const tx = (direction * (half * (w.x[i]! + w.x[before]!) - bx) + kp * ex) * dt;
      const ty = (direction * (half * (w.y[i]! + w.y[before]!) - by) + kp * ey) * dt;
      const tz = (direction * (half * (w.z[i]! + w.z[before]!) - bz) + kp * ez) * dt;
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
      write(i, ux, uy, uz);
    }
    const steps = Math.max(n - 1, 1);
    return [sumX / steps, sumY / steps, sumZ / steps];
  }

  #meanAcceleration(direction: 1 | -1): [number, number, number] {
    const { x, y, z } = this.#signals.acceleration;
    const n = this.#n;
    // A start without gravity (a fall, a dead second) is no start: look at twice as much, and so on.
    for (let count = Math.ceil(START_SECONDS * this.#signals.sampleRateHz); ; count *= 2) {
      const taken = Math.min(count, n);
      const from = direction === 1 ? 0 : n - taken;
      let sx = 0;
      let sy = 0;
      let sz = 0;
      for (let i = from; i < from + taken; i++) {
        sx += x[i]!;
        sy += y[i]!;
        sz += z[i]!;
      }
      const length = Math.sqrt(sx * sx + sy * sy + sz * sz);
      if (length > LEAST_GRAVITY * taken) return [sx / length, sy / length, sz / length];
      if (taken === n) throw new RangeError('the acceleration holds no gravity, so there is no up');
    }
  }
}

/** In g: a mean acceleration below it does not tell where up is. */
const LEAST_GRAVITY = 0.2;

function writeDirection(up: Directions, i: number, x: number, y: number, z: number): void {
  const length = Math.sqrt(x * x + y * y + z * z);
  if (length === 0) throw new RangeError('the acceleration holds no gravity, so there is no up');
  up.x[i] = x / length;
  up.y[i] = y / length;
  up.z[i] = z / length;
}

function commonLength(...sensors: readonly SensorAxes[]): number {
  const n = sensors[0]!.x.length;
  for (const { x, y, z } of sensors) {
    if (x.length !== n || y.length !== n || z.length !== n) throw new RangeError('the axes differ in length');
  }
  return n;
}
