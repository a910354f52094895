import type { Random } from './random.ts';
import { drawRotation, normalised, type Quaternion } from './rotation.ts';

export type Triple = readonly [number, number, number];

/** A motion sensor, all its faults included, and those of belt and phone beside it. */
export interface Sensor {
  /** From the trunk's axes (forward, left, up) to the sensor's own. */
  readonly mounting: Quaternion;
  /** Readings stop at these, g and deg/s. */
  readonly rangeG: number;
  readonly rangeDps: number;
  readonly bits: number;
  /** Per axis: g, relative, and g from sample to sample (standard deviation). */
  readonly offsetG: Triple;
  readonly scaleError: Triple;
  readonly noiseG: number;
  /** Per axis: deg/s, relative; deg/s from sample to sample; deg/s the offset wanders within a minute. */
  readonly gyroOffsetDps: Triple;
  readonly gyroScaleError: Triple;
  readonly gyroNoiseDps: number;
  readonly gyroWanderDps: number;
  /** How far a sample strays from its place, as a share of the interval (below 0.5); its time stamp is right. */
  readonly jitter: number;
  /** Share of samples that never arrive. */
  readonly dropped: number;
  /** Interruptions of 0.3-2 s, per hour. */
  readonly gapsPerHour: number;
  /** How often the heart-rate belt loses contact, per hour. */
  readonly beltOutagesPerHour: number;
  /** Standard deviation of a position, m, and how often there is none, per hour. */
  readonly positionError: number;
  readonly positionOutagesPerHour: number;
}

export type SensorOptions = Partial<Sensor>;

/** No fault at all, mounted along the trunk's axes. */
export const idealSensor: Sensor = {
  mounting: [1, 0, 0, 0],
  rangeG: Number.POSITIVE_INFINITY,
  rangeDps: Number.POSITIVE_INFINITY,
  bits: 0,
  offsetG: [0, 0, 0],
  scaleError: [0, 0, 0],
  noiseG: 0,
  gyroOffsetDps: [0, 0, 0],
  gyroScaleError: [0, 0, 0],
  gyroNoiseDps: 0,
  gyroWanderDps: 0,
  jitter: 0,
  dropped: 0,
  gapsPerHour: 0,
  beltOutagesPerHour: 0,
  positionError: 0,
  positionOutagesPerHour: 0,
};

/**
 * Draws what is not given. Offsets, scale errors and noise are those of consumer sensors: InvenSense MPU-6050
 * (PS-MPU-6000A-00, 2013: +-50 mg, +-3 %, 400 ug/sqrt(Hz); +-20 deg/s, +-3 %, 0.005 deg/s/sqrt(Hz), 16 bits) is
 * the poor end, their successors are several times better.
 */
export function drawSensor(given: SensorOptions, random: Random): Sensor {
  const triple = (size: number): Triple => [
    size * random.normal(),
    size * random.normal(),
    size * random.normal(),
  ];
  const drawn: Sensor = {
    mounting: drawRotation(random),
    rangeG: 16,
    rangeDps: 2000,
    bits: 16,
    offsetG: triple(random.between(0.003, 0.015)),
    scaleError: triple(random.between(0.001, 0.006)),
    noiseG: random.between(0.001, 0.005),
    gyroOffsetDps: triple(random.between(0.2, 1.5)),
    gyroScaleError: triple(random.between(0.001, 0.01)),
    gyroNoiseDps: random.between(0.03, 0.15),
    gyroWanderDps: random.between(0.005, 0.03),
    jitter: random.between(0, 0.05),
    dropped: 0,
    gapsPerHour: 0,
    beltOutagesPerHour: 4,
    positionError: 1.5,
    positionOutagesPerHour: 2,
  };
  const sensor = { ...drawn, ...given };
  if (!(sensor.jitter >= 0 && sensor.jitter < 0.5))
    throw new RangeError(`jitter ${sensor.jitter}: a share of the interval from 0 to 0.5`);
  if (!(sensor.dropped >= 0 && sensor.dropped < 1))
    throw new RangeError(`dropped ${sensor.dropped}: a share from 0 to 1`);
  return { ...sensor, mounting: normalised(sensor.mounting) };
}
