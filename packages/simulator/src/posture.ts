import type { Stretch } from './course.ts';
import type { Movement } from './gait.ts';
import type { Random } from './random.ts';
import { type Knot, Track } from './track.ts';

/** What a trunk does beside the gait: it never stands quite still, and never carries itself quite the same. */
export type Posture = Readonly<Record<Movement, Track>>;

const degree = Math.PI / 180;

/**
 * Breathing at 8-16 breaths a minute, shifting of weight and shaking of the head at a halt; in movement a slow
 * wandering of a degree or two. None of it is in the metrics' models.
 */
export function drawPosture(stretches: readonly Stretch[], random: Random): Posture {
  const knots: Record<Movement, Knot[]> = { surge: [], sway: [], heave: [], roll: [], pitch: [], yaw: [] };
  for (const { pattern, from, to } of stretches)
    if (pattern.gait === 'halt') stand(knots, from + 0.5, to - 0.5, random);
    else wander(knots, from + 0.5, to - 0.5, random);
  const track = (movement: Movement) =>
    knots[movement].length > 0 ? new Track(knots[movement]) : Track.constant(0);
  return {
    surge: track('surge'),
    sway: track('sway'),
    heave: track('heave'),
    roll: track('roll'),
    pitch: track('pitch'),
    yaw: track('yaw'),
  };
}

function wander(knots: Record<Movement, Knot[]>, from: number, to: number, random: Random): void {
  for (const movement of ['roll', 'pitch'] as const)
    for (let at = from; at <= to; at += random.between(2, 8))
      knots[movement].push([at, random.normal() * 0.7 * degree]);
}

function stand(knots: Record<Movement, Knot[]>, from: number, to: number, random: Random): void {
  const halfBreath = random.between(1.9, 3.7);
  for (let at = from, up = 1; at <= to; at += halfBreath * random.between(0.9, 1.1), up = -up) {
    knots.heave.push([at, up * random.between(0.0008, 0.002)]);
    knots.pitch.push([at, up * random.between(0.05, 0.2) * degree]);
  }
  for (let at = from, side = 1; at <= to; at += random.between(2, 9)) {
    const shift = random.between(0.7, 1.6);
    const stays = at + shift + random.between(0.5, 6);
    if (stays >= to) break;
    const size = side * random.between(0.2, 1);
    const held = { surge: 0.006, sway: 0.018, roll: 1.5 * degree, yaw: 1.2 * degree };
    for (const movement of ['surge', 'sway', 'roll', 'yaw'] as const) {
      const last = knots[movement].at(-1)?.[1] ?? 0;
      const next = held[movement] * size * random.between(0.4, 1);
      knots[movement].push([at, last], [at + shift, next], [stays, next]);
    }
    at = stays;
    side = -side;
    if (random.chance(0.25)) at = shakeHead(knots, at, to, random);
  }
}

/** One or two seconds of 2-3 Hz: what reaches the trunk of a horse shaking its head or stamping at flies. */
function shakeHead(knots: Record<Movement, Knot[]>, from: number, to: number, random: Random): number {
  const half = 0.5 / random.between(2, 3);
  const size = random.between(0.2, 1);
  const { roll: rollKnots, yaw: yawKnots } = knots;
  const roll = rollKnots.at(-1)![1];
  const yaw = yawKnots.at(-1)![1];
  let at = from;
  for (let swings = Math.floor(random.between(3, 9)), side = 1; swings > 0; swings--, side = -side) {
    if (at + 2 * half >= to) break;
    at += half;
    rollKnots.push([at, roll + side * size * 0.8 * degree]);
    yawKnots.push([at, yaw + side * size * 0.6 * degree]);
  }
  at += half;
  rollKnots.push([at, roll]);
  yawKnots.push([at, yaw]);
  return at;
}
