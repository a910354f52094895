import { gravity } from './gravity.ts';
import type { Motion } from './motion.ts';
import { MotionReader } from './motion-reader.ts';
import type { Random } from './random.ts';
import { matrixOf } from './rotation.ts';
import type { Sensor } from './sensor.ts';
import { Track } from './track.ts';

/** Three axes of a sensor, in its own frame; one number per sample each. */
export interface Axes {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

const degreesPerRadian = 180 / Math.PI;

/** What the sensor reads at the given times (s): specific force in g, angular rate in deg/s. */
export function measure(
  motion: Motion,
  sensor: Sensor,
  time: Float64Array,
  random: Random,
): { acceleration: Axes; angularRate: Axes } {
  const axes = (): Axes => ({
    x: new Float64Array(time.length),
    y: new Float64Array(time.length),
    z: new Float64Array(time.length),
  });
  const acceleration = axes();
  const angularRate = axes();
  const reader = new MotionReader(motion);
  const mounting = matrixOf(sensor.mounting);
  const keys = ['x', 'y', 'z'] as const;
  const channels = keys.map((key, axis) => ({
    force: acceleration[key],
    rate: angularRate[key],
    row: mounting.subarray(3 * axis, 3 * axis + 3),
    gain: (1 + sensor.scaleError[axis]) / gravity,
    offset: sensor.offsetG[axis],
    gyroGain: (1 + sensor.gyroScaleError[axis]) * degreesPerRadian,
    gyroOffset: sensor.gyroOffsetDps[axis],
    wander: wanderingOffset(motion.course.duration, sensor.gyroWanderDps, random).reader(),
  }));
  const readForce = converter(sensor.rangeG, sensor.bits);
  const readRate = converter(sensor.rangeDps, sensor.bits);
  for (let i = 0; i < time.length; i++) {
    const at = time[i];
    const { force, rate } = reader.moveTo(at);
    for (const channel of channels) {
      const [a, b, c] = channel.row as unknown as [number, number, number];
      const g = (a * force[0] + b * force[1] + c * force[2]) * channel.gain + channel.offset;
      const dps =
        (a * rate[0] + b * rate[1] + c * rate[2]) * channel.gyroGain +
        channel.gyroOffset +
        channel.wander.moveTo(at).value;
      channel.force[i] = readForce(g + sensor.noiseG * random.normal());
      channel.rate[i] = readRate(dps + sensor.gyroNoiseDps * random.normal());
    }
  }
  return { acceleration, angularRate };
}

/** A converter stops at its range and knows 2^bits values; without bits it passes everything on. */
function converter(range: number, bits: number): (value: number) => number {
  if (bits === 0) return (value) => Math.min(Math.max(value, -range), range);
  const step = range / 2 ** (bits - 1);
  const highest = 2 ** (bits - 1) - 1;
  return (value) => Math.min(Math.max(Math.round(value / step), -highest - 1), highest) * step;
}

/** A random walk with a step a minute. */
function wanderingOffset(duration: number, perMinute: number, random: Random): Track {
  let offset = 0;
  const track = new Track();
  for (let at = 0; at < duration + 60; at += 60) {
    track.add(at, offset);
    offset += perMinute * random.normal();
  }
  return track;
}
