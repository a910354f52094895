import type { Axes, RecordedMotion, RecordingWithMotion, Span } from '@piaffe/recordings';
import {
  type GyroBias,
  gyroBias,
  resample,
  upDirection,
  upDirectionFromAcceleration,
  type Vector,
} from '@piaffe/signal';
import type { Rest } from '../pace.ts';
import type { Motion, VerticalSource } from './motion.ts';
import { strongestAxis } from './strongest-axis.ts';

/** Sampling rate of everything behind the decoder, Hz. */
const motionRateHz = 100;

/**
 * Turns a recording of any rate and any mounting into horse-fixed channels at 100 Hz. Where it is part of a `whole`, the
 * offset of the gyroscope is looked for in that: what a trim leaves out is where the horse stood.
 */
export async function prepareMotion(
  recording: RecordingWithMotion,
  whole: RecordingWithMotion,
  rest: Rest,
): Promise<Motion> {
  const offset = whole === recording ? null : offsetOf(recording, await evenChannels(whole.motion, rest));
  const channels = await evenChannels(recording.motion, rest);
  const still = offset ?? offsetOf(recording, channels);
  await rest();
  const { acceleration, angularRate } = channels;
  const { gravityIncluded } = recording.motion;
  const { verticalSource, up } = findUp(acceleration, angularRate, gravityIncluded, still?.bias);
  await rest();
  const { durationSeconds } = recording;
  return {
    ...intoHorseAxes(acceleration, angularRate, up, still?.bias ?? [0, 0, 0], gravityIncluded ? 1 : 0),
    rateHz: motionRateHz,
    samples: acceleration.x.length,
    durationSeconds,
    verticalSource,
    offsetMeasured: still !== null,
    clipped: clippedSamples(recording.motion, acceleration.x.length),
    sourceRateHz: recording.motion.sampleRateHz,
    gaps: recording.quality.gaps,
    parts: [{ from: 0, to: durationSeconds }],
    notes: [
      ...(angularRate && gravityIncluded && !still ? [neverStill] : []),
      ...(angularRate ? [] : [noGyroscope]),
    ],
  };
}

/** A recording's channels at an even rate. */
interface Channels {
  readonly acceleration: Axes;
  readonly angularRate: Axes | null;
}

async function evenChannels(
  { time, acceleration, angularRate }: RecordedMotion,
  rest: Rest,
): Promise<Channels> {
  return {
    acceleration: await evenly(time, acceleration, rest),
    angularRate: angularRate && (await evenly(time, angularRate, rest)),
  };
}

/** What the gyroscope reads at rest, by the samples there are: what is put into a gap is as even as a standing horse. */
function offsetOf(
  { motion, quality }: RecordingWithMotion,
  { acceleration, angularRate }: Channels,
): GyroBias | null {
  if (!angularRate || !motion.gravityIncluded) return null;
  return gyroBias(outside(quality.gaps, acceleration), outside(quality.gaps, angularRate), motionRateHz);
}

function outside(gaps: readonly Span[], axes: Axes): Axes {
  if (gaps.length === 0) return axes;
  const kept = new Uint8Array(axes.x.length).fill(1);
  for (const { from, to } of gaps) kept.fill(0, Math.ceil(from * motionRateHz), Math.ceil(to * motionRateHz));
  const recorded = (axis: Float32Array) => axis.filter((_, i) => kept[i]);
  return { x: recorded(axes.x), y: recorded(axes.y), z: recorded(axes.z) };
}

const neverStill =
  'The horse never stood still, so the offset of the gyroscope could not be measured and was taken as zero; a sensor with a large offset shifts the reins.';
const noGyroscope =
  'Without a gyroscope gaits are told by acceleration alone: a lively walk and a canter, or a trot and a gallop, can look alike.';

/** The best that the channels allow. */
function findUp(
  acceleration: Axes,
  angularRate: Axes | null,
  gravityIncluded: boolean,
  bias: Vector | undefined,
): { verticalSource: VerticalSource; up: Axes } {
  if (!gravityIncluded)
    return { verticalSource: 'strongest-axis', up: strongestAxis(acceleration, motionRateHz) };
  if (!angularRate)
    return { verticalSource: 'gravity', up: upDirectionFromAcceleration(acceleration, motionRateHz) };
  const signals = { acceleration, angularRate, sampleRateHz: motionRateHz, gyroBias: bias };
  return { verticalSource: 'gravity-and-gyroscope', up: upDirection(signals) };
}

function clippedSamples(recording: RecordedMotion, samples: number): Uint8Array | null {
  const limit = recording.clippedAt;
  if (limit === null) return null;
  const { x, y, z } = recording.acceleration;
  const clipped = new Uint8Array(samples);
  const reached = limit * 0.995;
  for (let i = 0; i < recording.time.length; i++)
    if (Math.abs(x[i]) >= reached || Math.abs(y[i]) >= reached || Math.abs(z[i]) >= reached)
      clipped[Math.min(samples - 1, Math.round(recording.time[i] * motionRateHz))] = 1;
  return clipped;
}

async function evenly(time: Float64Array, axes: Axes, rest: Rest): Promise<Axes> {
  const each = async (axis: Float32Array) => {
    await rest();
    return resample(time, axis, { sampleRateHz: motionRateHz });
  };
  return { x: await each(axes.x), y: await each(axes.y), z: await each(axes.z) };
}

function intoHorseAxes(
  acceleration: Axes,
  angularRate: Axes | null,
  up: Axes,
  bias: Vector,
  gravity: number,
): Pick<Motion, 'vertical' | 'level' | 'swing' | 'yaw'> {
  const n = acceleration.x.length;
  const reference = levelReference(up);
  const vertical = new Float32Array(n);
  const level = [new Float32Array(n), new Float32Array(n)] as const;
  const swing = angularRate && ([new Float32Array(n), new Float32Array(n)] as const);
  const yaw = angularRate && new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const ux = up.x[i];
    const uy = up.y[i];
    const uz = up.z[i];
    const along = reference[0] * ux + reference[1] * uy + reference[2] * uz;
    let px = reference[0] - along * ux;
    let py = reference[1] - along * uy;
    let pz = reference[2] - along * uz;
    const length = Math.hypot(px, py, pz) || 1;
    px /= length;
    py /= length;
    pz /= length;
    const qx = uy * pz - uz * py;
    const qy = uz * px - ux * pz;
    const qz = ux * py - uy * px;
    const ax = acceleration.x[i];
    const ay = acceleration.y[i];
    const az = acceleration.z[i];
    vertical[i] = ax * ux + ay * uy + az * uz - gravity;
    level[0][i] = ax * px + ay * py + az * pz;
    level[1][i] = ax * qx + ay * qy + az * qz;
    if (angularRate && swing && yaw) {
      const gx = angularRate.x[i] - bias[0];
      const gy = angularRate.y[i] - bias[1];
      const gz = angularRate.z[i] - bias[2];
      yaw[i] = gx * ux + gy * uy + gz * uz;
      swing[0][i] = gx * px + gy * py + gz * pz;
      swing[1][i] = gx * qx + gy * qy + gz * qz;
    }
  }
  return { vertical, level, swing, yaw };
}

/** A sensor-fixed direction at right angles to the mean of up: what the level axes are built from. */
function levelReference(up: Axes): Vector {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let i = 0; i < up.x.length; i++) {
    x += up.x[i];
    y += up.y[i];
    z += up.z[i];
  }
  const length = Math.hypot(x, y, z) || 1;
  x /= length;
  y /= length;
  z /= length;
  // The sensor axis furthest from up, made level.
  const size = [Math.abs(x), Math.abs(y), Math.abs(z)];
  const axis = size.indexOf(Math.min(...size));
  const e = [0, 0, 0] as [number, number, number];
  e[axis] = 1;
  const along = e[0] * x + e[1] * y + e[2] * z;
  return [e[0] - along * x, e[1] - along * y, e[2] - along * z];
}
