import { drawMotion } from './draw-motion.ts';
import type { HorseKind, HorseTraits } from './horse.ts';
import { type Axes, measure } from './measure.ts';
import { Random } from './random.ts';
import type { Quaternion } from './rotation.ts';
import { drawSampleTimes } from './sampling.ts';
import type { Scenario } from './scenario.ts';
import { findScenario } from './scenarios/index.ts';
import { drawSensor, type Sensor, type SensorOptions } from './sensor.ts';
import { type Truth, truthOf } from './truth/truth.ts';

export interface SimulateOptions {
  /** Another seed is another horse, another day and another sensor. */
  readonly seed?: number;
  readonly sampleRateHz?: number;
  readonly horse?: HorseTraits;
  /** From the trunk's axes (forward, left, up) to the sensor's; drawn when not given. */
  readonly mounting?: Quaternion;
  readonly sensor?: SensorOptions;
}

/** A recording as a sensor on the girth would have made it, and what really happened. */
export interface Ride {
  readonly scenario: string;
  readonly seed: number;
  /** Nominal. */
  readonly sampleRateHz: number;
  readonly sensor: Sensor;
  readonly horse: {
    readonly kind: HorseKind;
    /** At the withers, m. */
    readonly height: number;
  };
  /** ISO 8601 with offset. */
  readonly startedAt: string;
  /** s from the first sample. */
  readonly time: Float64Array;
  /** Specific force, g, in the sensor's frame: at rest +1 along up. */
  readonly acceleration: Axes;
  /** deg/s, right-handed, in the sensor's frame. */
  readonly angularRate: Axes;
  readonly truth: Truth;
}

/**
 * Simulates a ride. The same scenario, seed and options give the same numbers, bit for bit; rate and sensor
 * change nothing about the horse.
 */
export function simulate(scenario: string | Scenario, options: SimulateOptions = {}): Ride {
  const { seed = 1, sampleRateHz = 100 } = options;
  if (!Number.isSafeInteger(seed)) throw new RangeError(`Seed ${seed}: an integer is needed`);
  const ride = typeof scenario === 'string' ? findScenario(scenario) : scenario;
  const draw = (stream: string) => new Random(seed, stream);
  const { motion, horse } = drawMotion(ride, options.horse ?? {}, seed);
  const given = { ...ride.sensor, ...options.sensor };
  const sensor = drawSensor(
    options.mounting ? { ...given, mounting: options.mounting } : given,
    draw('sensor'),
  );
  const time = drawSampleTimes(motion.course.duration, sampleRateHz, sensor, draw('sampling'));
  return {
    scenario: ride.name,
    seed,
    sampleRateHz,
    sensor,
    horse: { kind: horse.kind, height: horse.height },
    startedAt: '2026-05-04T09:30:00+02:00',
    time,
    ...measure(motion, sensor, time, draw('noise')),
    truth: truthOf(motion),
  };
}
