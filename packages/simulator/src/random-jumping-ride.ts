import type { Side } from './gait.ts';
import { horseKinds } from './horse.ts';
import { Random } from './random.ts';
import {
  arena,
  circle,
  type Fence,
  type Incident,
  incidentKinds,
  type Leg,
  type Path,
  straight,
} from './scenario.ts';
import { type Ride, type SimulateOptions, simulate } from './simulate.ts';

/**
 * A ride over fences drawn at random: 30 to 140 cm, alone and in combinations, out of the trot and the canter, and
 * between them bucks, stumbles and spooks. What is given is not drawn.
 */
export function randomJumpingRide(seed: number, given: SimulateOptions = {}): Ride {
  const random = new Random(seed, 'random jumping ride');
  const kind = random.pick(horseKinds);
  const legs = drawLegs(random, kind === 'pony' ? 100 : 140);
  const sampleRateHz = random.pick([25, 50, 52, 100, 104, 200]);
  return simulate(
    { name: 'random-jumping-ride', description: 'Fences drawn at random', legs, horse: { kind, spread: 1 } },
    { sampleRateHz, ...given, seed },
  );
}

function drawLegs(random: Random, highest: number): Leg[] {
  const legs: Leg[] = [
    { gait: 'halt', seconds: 8, path: straight },
    { gait: 'walk', seconds: 40, path: arena('left') },
    { gait: 'trot', seconds: 40, path: arena('right') },
  ];
  for (let round = Math.floor(random.between(2, 5)); round > 0; round--) {
    const side = random.pick<Side>(['left', 'right']);
    const heightCm = Math.round(random.between(30, highest));
    if (random.chance(0.4)) legs.push(trotOver(Math.min(heightCm, 60), side));
    legs.push(canterOver(heightCm, side, random));
    if (random.chance(0.6)) legs.push(fresh(side, random));
    legs.push({ gait: 'trot', seconds: 15, path: arena(side) });
    legs.push({ gait: 'walk', seconds: 30, path: arena(side) });
  }
  return legs;
}

const trotOver = (heightCm: number, side: Side): Leg => ({
  gait: 'trot',
  seconds: 25,
  path: circle(side, 20),
  fences: [{ after: 14, heightCm }],
});

/** A canter that is only upset, never a jump. */
const fresh = (side: Side, random: Random): Leg => ({
  gait: 'canter',
  lead: side,
  seconds: 40,
  path: circle(side, 20),
  incidents: [8, 19, 30].map((after): Incident => ({ kind: random.pick(incidentKinds), after })),
});

function canterOver(heightCm: number, side: Side, random: Random): Leg {
  const fences: Fence[] = [];
  const incidents: Incident[] = [];
  let at = 8;
  for (let efforts = Math.floor(random.between(2, 7)); efforts > 0; efforts--) {
    fences.push({ after: at, heightCm });
    for (let more = random.pick([0, 0, 0, 1, 2]); more > 0; more--) {
      const strides = random.pick([1, 2]);
      fences.push({ strides, heightCm });
      at += 1.2 + 0.7 * strides;
    }
    if (random.chance(0.15)) {
      incidents.push({ kind: random.pick(incidentKinds), after: at + 3.5 });
      at += 6;
    }
    at += random.between(5, 12);
  }
  const path: Path = random.chance(0.5) ? arena(side, 60, 30, 8) : circle(side, 30);
  return { gait: 'canter', lead: side, seconds: Math.ceil(at + 3), path, fences, incidents };
}
