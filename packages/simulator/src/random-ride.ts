import type { Side } from './gait.ts';
import { horseKinds } from './horse.ts';
import { Random } from './random.ts';
import {
  arena,
  bridleway,
  circle,
  type Leg,
  outAndBack,
  type Path,
  serpentine,
  straight,
} from './scenario.ts';
import type { SensorOptions } from './sensor.ts';
import { type Ride, type SimulateOptions, simulate } from './simulate.ts';

/**
 * A ride drawn at random over the whole of the published ranges: any horse, any course of 5 to 12 minutes, any
 * mounting, 25-450 Hz, good and poor sensors. What is given is not drawn.
 */
export function randomRide(seed: number, given: SimulateOptions = {}): Ride {
  const random = new Random(seed, 'random ride');
  const kind = random.pick(horseKinds);
  const legs = drawLegs(random);
  const sampleRateHz = random.pick([25, 50, 52, 60, 100, 104, 200, 208, 416, 450]);
  const sensor = drawFaults(random);
  return simulate(
    { name: 'random-ride', description: 'A ride drawn at random', legs, horse: { kind, spread: 1 } },
    { sampleRateHz, ...given, seed, sensor: { ...sensor, ...given.sensor } },
  );
}

/** From each gait into its neighbours, mostly. */
const next: Readonly<Record<Leg['gait'], readonly Leg['gait'][]>> = {
  halt: ['walk', 'walk', 'walk', 'trot'],
  walk: ['trot', 'trot', 'trot', 'halt', 'canter'],
  trot: ['walk', 'walk', 'canter', 'canter', 'trot', 'halt'],
  canter: ['trot', 'trot', 'trot', 'walk', 'gallop', 'canter'],
  gallop: ['canter'],
};

/** s. */
const lasting: Readonly<Record<Leg['gait'], readonly [number, number]>> = {
  halt: [6, 40],
  walk: [15, 90],
  trot: [15, 90],
  canter: [12, 60],
  gallop: [12, 40],
};

function drawLegs(random: Random): Leg[] {
  const legs: Leg[] = [];
  const whole = random.between(300, 720);
  let gait: Leg['gait'] = random.pick(['halt', 'walk']);
  let time = 0;
  while (time < whole) {
    const seconds = Math.round(random.between(...lasting[gait]));
    legs.push(drawLeg(gait, seconds, random));
    time += seconds;
    gait = random.pick(next[gait]);
  }
  return legs;
}

function drawLeg(gait: Leg['gait'], seconds: number, random: Random): Leg {
  const side = random.pick<Side>(['left', 'right']);
  const leg: Leg = {
    gait,
    seconds,
    path: drawPath(gait, side, random),
    lead: side,
    effort: random.between(0.88, 1.12),
    slope: random.chance(0.2) ? random.between(-0.08, 0.08) : 0,
  };
  return gait === 'trot' && random.chance(0.5)
    ? { ...leg, rising: random.pick<Side>(['left', 'right']) }
    : leg;
}

function drawPath(gait: Leg['gait'], side: Side, random: Random): Path {
  if (gait === 'halt' || gait === 'gallop') return straight;
  switch (
    random.pick(['arena', 'arena', 'circle', 'straight', 'straight', 'serpentine', 'bridleway', 'out'])
  ) {
    case 'arena':
      return arena(side, random.pick([40, 60, 80]), 20, random.between(3, 6));
    case 'circle':
      return circle(side, gait === 'walk' ? random.between(8, 13) : random.between(12, 20));
    case 'serpentine':
      return gait === 'canter' ? straight : serpentine(side, random.between(10, 16), random.between(6, 20));
    case 'bridleway':
      return bridleway;
    case 'out':
      return gait === 'canter' ? straight : outAndBack(side, random.between(25, 60), random.between(2.5, 4));
    default:
      return straight;
  }
}

/** Two thirds of sensors are sound; the others clip, lose samples or have been treated badly. */
function drawFaults(random: Random): SensorOptions {
  const jitter = random.between(0, 0.1);
  if (random.chance(0.67)) return { jitter, rangeG: random.pick([8, 16]) };
  const triple = (size: number) =>
    [size * random.normal(), size * random.normal(), size * random.normal()] as const;
  return {
    jitter: random.between(0, 0.4),
    rangeG: random.pick([2, 4, 8, 16]),
    rangeDps: random.pick([250, 500, 2000]),
    noiseG: random.between(0.003, 0.01),
    offsetG: triple(0.03),
    scaleError: triple(0.01),
    gyroOffsetDps: triple(3),
    gyroNoiseDps: random.between(0.1, 0.5),
    gyroWanderDps: random.between(0.01, 0.06),
    dropped: random.pick([0, 0.002, 0.01]),
    gapsPerHour: random.pick([0, 0, 10, 40]),
  };
}
