import fc from 'fast-check';
import type { Vector } from '../src/orientation.ts';
import { randomNumbers } from './numbers.fixture.ts';

interface Axes {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

/** What a sensor on a swinging, bouncing, turning body reads, and where up truly is. */
interface Body {
  readonly acceleration: Axes;
  readonly angularRate: Axes;
  readonly up: Axes;
  readonly sampleRateHz: number;
}

export interface Motion {
  readonly seconds: number;
  readonly sampleRateHz: number;
  /** Of roll, pitch and yaw, Hz; 0 stands still. */
  readonly strideHz: number;
  /** Vertical bounces per stride, each with an amplitude of 1 g. */
  readonly beats: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
  readonly phase?: number;
  /** Steady turn; the body keeps upright, so the centripetal acceleration leans the apparent vertical. */
  readonly turnDegreesPerSecond?: number;
  readonly speed?: number;
  readonly bias?: Vector;
}

const degree = Math.PI / 180;

/** Rigid body with roll r, pitch q (nose down positive) and yaw y, in this order from the body outward. */
export function simulateBody(motion: Motion): Body {
  const { seconds, sampleRateHz, strideHz, beats, phase = 0, turnDegreesPerSecond = 0, speed = 0 } = motion;
  const bias = motion.bias ?? [0, 0, 0];
  const n = Math.round(seconds * sampleRateHz);
  const body = { acceleration: axes(n), angularRate: axes(n), up: axes(n), sampleRateHz };
  const random = randomNumbers(7);
  const noise = (size: number) => size * (random() + random() + random() + random() - 2);
  const stride = 2 * Math.PI * strideHz;
  const moving = strideHz > 0 ? 1 : 0;
  for (let i = 0; i < n; i++) {
    const angle = (stride * i) / sampleRateHz + phase;
    const [roll, rollRate] = swing(motion.rollDegrees * degree * moving, angle + 0.7, stride, 0.05);
    const [pitch, pitchRate] = swing(motion.pitchDegrees * degree * moving, angle, stride, 0.08);
    const [, wobbleRate] = swing(2 * degree * moving, angle + 1, stride, 0);
    const yawRate = turnDegreesPerSecond * degree + wobbleRate;
    const [cr, sr, cq, sq] = [Math.cos(roll), Math.sin(roll), Math.cos(pitch), Math.sin(pitch)];
    set(body.up, i, [-sq, cq * sr, cq * cr]);
    set(body.angularRate, i, [
      (rollRate - yawRate * sq) / degree + bias[0] + noise(0.1),
      (pitchRate * cr + yawRate * sr * cq) / degree + bias[1] + noise(0.1),
      (yawRate * cr * cq - pitchRate * sr) / degree + bias[2] + noise(0.1),
    ]);
    const forward = 0.15 * moving * Math.sin(beats * angle + 1);
    const left = (speed * turnDegreesPerSecond * degree) / 9.81;
    const vertical = 1 + moving * Math.sin(beats * angle + 0.3);
    const lifted = sq * forward + cq * vertical;
    set(body.acceleration, i, [
      cq * forward - sq * vertical + noise(0.01),
      cr * left + sr * lifted + noise(0.01),
      cr * lifted - sr * left + noise(0.01),
    ]);
  }
  return body;
}

/** Largest and root mean square angle in degrees between two lists of directions. */
export function angles(a: Axes, b: Axes): { largest: number; rms: number } {
  let largest = 0;
  let squares = 0;
  for (let i = 0; i < a.x.length; i++) {
    const chord = Math.hypot(a.x[i] - b.x[i], a.y[i] - b.y[i], a.z[i] - b.z[i]);
    const angle = (2 * Math.asin(Math.min(1, chord / 2))) / degree;
    largest = Math.max(largest, angle);
    squares += angle ** 2;
  }
  return { largest, rms: Math.sqrt(squares / a.x.length) };
}

type Rotation = (vector: Vector) => Vector;

/** Any rotation in space, from a unit quaternion. */
export const rotations: fc.Arbitrary<Rotation> = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.double({ min: -1, max: 1, noNaN: true })))
  .filter((q) => Math.hypot(...q) > 0.1)
  .map((q) => {
    const [w, x, y, z] = q.map((part) => part / Math.hypot(...q)) as [number, number, number, number];
    return ([a, b, c]) => [
      (1 - 2 * (y * y + z * z)) * a + 2 * (x * y - w * z) * b + 2 * (x * z + w * y) * c,
      2 * (x * y + w * z) * a + (1 - 2 * (x * x + z * z)) * b + 2 * (y * z - w * x) * c,
      2 * (x * z - w * y) * a + 2 * (y * z + w * x) * b + (1 - 2 * (x * x + y * y)) * c,
    ];
  });

export function rotated(signal: Axes, rotate: Rotation): Axes {
  const result = axes(signal.x.length);
  for (let i = 0; i < signal.x.length; i++) set(result, i, rotate([signal.x[i], signal.y[i], signal.z[i]]));
  return result;
}

/** One after the other. */
export function joined(...bodies: readonly Body[]): Body {
  const join = (pick: (body: Body) => Axes): Axes => {
    const parts = bodies.map(pick);
    const axis = (name: keyof Axes) => Float32Array.from(parts.flatMap((part) => [...part[name]]));
    return { x: axis('x'), y: axis('y'), z: axis('z') };
  };
  return {
    acceleration: join((body) => body.acceleration),
    angularRate: join((body) => body.angularRate),
    up: join((body) => body.up),
    sampleRateHz: bodies[0].sampleRateHz,
  };
}

/** An angle that swings around `centre`, and its rate of change. */
function swing(size: number, angle: number, speed: number, centre: number): [number, number] {
  return [centre + size * Math.sin(angle), size * speed * Math.cos(angle)];
}

function axes(n: number): Axes {
  return { x: new Float32Array(n), y: new Float32Array(n), z: new Float32Array(n) };
}

function set(target: Axes, i: number, [x, y, z]: Vector): void {
  target.x[i] = x;
  target.y[i] = y;
  target.z[i] = z;
}
