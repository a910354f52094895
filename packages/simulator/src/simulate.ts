import { drawMotion } from './draw-motion.ts';
import { drawHeart, type HeartOptions } from './heart.ts';
import { beatEachSecond, type HeartRate, wearBelt } from './heart-rate.ts';
import type { HorseKind, HorseTraits } from './horse.ts';
import { type Axes, measure } from './measure.ts';
import { carryPhone, type Place, type Position, wayOf } from './position.ts';
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
  /** The same horse on another day: its own seed, where it is not that of the day. */
  readonly horseSeed?: number;
  readonly sampleRateHz?: number;
  readonly horse?: HorseTraits;
  readonly heart?: HeartOptions;
  /** Where it begins; drawn when not given. */
  readonly place?: Place;
  /** ISO 8601 with offset. */
  readonly startedAt?: string;
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
  readonly heartRate: HeartRate;
  readonly position: Position;
  readonly truth: Truth;
}

/**
 * Simulates a ride. The same scenario, seed and options give the same numbers, bit for bit; rate and sensor
 * change nothing about the horse.
 */
export function simulate(scenario: string | Scenario, options: SimulateOptions = {}): Ride {
  const { seed = 1, horseSeed = seed, sampleRateHz = 100 } = options;
  for (const each of [seed, horseSeed])
    if (!Number.isSafeInteger(each)) throw new RangeError(`Seed ${each}: an integer is needed`);
  const ride = typeof scenario === 'string' ? findScenario(scenario) : scenario;
  const draw = (stream: string) => new Random(seed, stream);
  const { motion, horse } = drawMotion(ride, options.horse ?? {}, seed, horseSeed);
  const given = { ...ride.sensor, ...options.sensor };
  const sensor = drawSensor(
    options.mounting ? { ...given, mounting: options.mounting } : given,
    draw('sensor'),
  );
  const time = drawSampleTimes(motion.course.duration, sampleRateHz, sensor, draw('sampling'));
  const heart = drawHeart(options.heart ?? {}, new Random(horseSeed, 'heart'));
  const bpm = beatEachSecond(motion.course, heart, draw('heart rate'));
  const place = options.place ?? drawPlace(draw('start'));
  const way = wayOf(motion.course, place);
  const { beltOutagesPerHour, positionError, positionOutagesPerHour } = sensor;
  let truth: Truth | undefined;
  return {
    scenario: ride.name,
    seed,
    sampleRateHz,
    sensor,
    horse: { kind: horse.kind, height: horse.height },
    startedAt: options.startedAt ?? '2026-05-04T09:30:00+02:00',
    time,
    ...measure(motion, sensor, time, draw('noise')),
    heartRate: wearBelt(bpm, beltOutagesPerHour, draw('belt')),
    position: carryPhone(way, place, positionError, positionOutagesPerHour, draw('phone')),
    // Measured when it is first asked for: it takes longer than the recording.
    get truth() {
      truth ??= truthOf(motion, bpm, way);
      return truth;
    },
  };
}

/** Somewhere in open country. */
function drawPlace(random: Random): Place {
  return {
    latitude: random.between(46.9, 47.4),
    longitude: random.between(7.2, 8.4),
    altitude: random.between(420, 640),
    bearing: random.between(0, 360),
  };
}
