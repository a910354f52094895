import { layCourse } from './course.ts';
import { drawHorse, type HorseTraits } from './horse.ts';
import { drawLandings, drawTissue } from './impact.ts';
import { type Axes, measure } from './measure.ts';
import type { Motion } from './motion.ts';
import { drawPosture } from './posture.ts';
import { Random } from './random.ts';
import type { Quaternion } from './rotation.ts';
import { drawSampleTimes } from './sampling.ts';
import type { Scenario } from './scenario.ts';
import { findScenario } from './scenarios/index.ts';
import { drawSensor, type SensorOptions } from './sensor.ts';
import { type Knot, Track } from './track.ts';
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
  const ride = typeof scenario === 'string' ? findScenario(scenario) : scenario;
  const draw = (stream: string) => new Random(seed, stream);
  const motion = drawMotion(ride, options.horse ?? {}, draw);
  const given = { ...ride.sensor, ...options.sensor };
  const sensor = drawSensor(
    options.mounting ? { ...given, mounting: options.mounting } : given,
    draw('sensor'),
  );
  const time = drawSampleTimes(motion.course.duration, sampleRateHz, sensor, draw('sampling'));
  return {
    scenario: ride.name,
    seed,
    startedAt: '2026-05-04T09:30:00+02:00',
    time,
    ...measure(motion, sensor, time, draw('noise')),
    truth: truthOf(motion),
  };
}

function drawMotion(scenario: Scenario, traits: HorseTraits, draw: (stream: string) => Random): Motion {
  const place = draw('place');
  // Under the girth: before the middle of the trunk and below it.
  const lever = [place.between(0.05, 0.2), place.between(-0.03, 0.03), place.between(-0.35, -0.2)] as const;
  const horse = drawHorse({ ...scenario.horse, ...traits }, lever, draw('horse'));
  const course = layCourse(scenario.legs, horse, draw('course'));
  return {
    course,
    posture: drawPosture(course.stretches, draw('posture')),
    landings: drawLandings(course, draw('landings')),
    tissue: drawTissue(draw('tissue')),
    lean: horse.lean,
    lever,
    slip: drawSlip(course.duration, place),
  };
}

/** A girth slides a degree or so now and then, within a second or two. */
function drawSlip(duration: number, random: Random): Track {
  const knots: Knot[] = [[0, 0]];
  let angle = 0;
  for (let at = random.between(60, 900); at < duration - 5; at += random.between(300, 1800)) {
    knots.push([at, angle]);
    angle += ((random.normal() * 1.2) / 180) * Math.PI;
    knots.push([at + random.between(0.8, 3), angle]);
  }
  return new Track(knots);
}
