import type { Stretch } from './course.ts';
import { type Movement, movements } from './gait.ts';
import type { Random } from './random.ts';
import { Track } from './track.ts';

/** What a trunk does beside the gait: it never stands quite still, and never carries itself quite the same. */
export type Posture = Readonly<Record<Movement, Track>>;

const degree = Math.PI / 180;

/**
 * Breathing at 8-16 breaths a minute, shifting of weight and shaking of the head at a halt; in movement a
 * wandering of a degree and a few millimetres. None of it is in the metrics' models.
 */
export function drawPosture(stretches: readonly Stretch[], random: Random): Posture {
  const posture: Posture = {
    surge: new Track(),
    sway: new Track(),
    heave: new Track(),
    roll: new Track(),
    pitch: new Track(),
    yaw: new Track(),
  };
  for (const stretch of stretches) {
    const { pattern, from, to } = stretch;
    if (pattern.gait === 'halt') stand(posture, from + 0.5, to - 0.5, random);
    else wander(posture, stretch, random);
  }
  return posture;
}

/** How far each movement wanders within seconds while the horse moves, as a standard deviation: m, rad. */
const wandering: Readonly<Record<Movement, number>> = {
  surge: 0.003,
  sway: 0.004,
  heave: 0.0015,
  roll: 0.8 * degree,
  pitch: 0.6 * degree,
  yaw: 0.5 * degree,
};

/** Slow wandering, and the restlessness that fills a real spectrum between its peaks. */
function wander(posture: Posture, { pattern, from, to }: Stretch, random: Random): void {
  const [along, about] = pattern.variation.restless;
  movements.forEach((movement, i) => {
    const restless = i < 3 ? along : about;
    let slow = 0;
    for (let at = from + 0.5; at <= to - 0.5; at += random.between(0.06, 0.25)) {
      slow = 0.95 * slow + 0.31 * random.normal();
      posture[movement].add(at, wandering[movement] * slow + restless * random.normal());
    }
  });
}

function stand(posture: Posture, from: number, to: number, random: Random): void {
  const halfBreath = random.between(1.9, 3.7);
  for (let at = from, up = 1; at <= to; at += halfBreath * random.between(0.9, 1.1), up = -up) {
    posture.heave.add(at, up * random.between(0.0008, 0.002));
    posture.pitch.add(at, up * random.between(0.05, 0.2) * degree);
  }
  for (let at = from, side = 1; at <= to; at += random.between(2, 9)) {
    const shift = random.between(0.7, 1.6);
    const stays = at + shift + random.between(0.5, 6);
    if (stays >= to) break;
    const size = side * random.between(0.2, 1);
    const held = { surge: 0.006, sway: 0.018, roll: 1.5 * degree, yaw: 1.2 * degree };
    for (const movement of ['surge', 'sway', 'roll', 'yaw'] as const) {
      const track = posture[movement];
      const next = held[movement] * size * random.between(0.4, 1);
      track
        .add(at, track.last)
        .add(at + shift, next)
        .add(stays, next);
    }
    at = stays;
    side = -side;
    if (random.chance(0.25)) at = shakeHead(posture, at, to, random);
  }
}

/** One or two seconds of 2-3 Hz: what reaches the trunk of a horse shaking its head or stamping at flies. */
function shakeHead(posture: Posture, from: number, to: number, random: Random): number {
  const half = 0.5 / random.between(2, 3);
  const size = random.between(0.2, 1);
  const roll = posture.roll.last;
  const yaw = posture.yaw.last;
  let at = from;
  for (let swings = Math.floor(random.between(3, 9)), side = 1; swings > 0; swings--, side = -side) {
    if (at + 2 * half >= to) break;
    at += half;
    posture.roll.add(at, roll + side * size * 0.8 * degree);
    posture.yaw.add(at, yaw + side * size * 0.6 * degree);
  }
  at += half;
  posture.roll.add(at, roll);
  posture.yaw.add(at, yaw);
  return at;
}
