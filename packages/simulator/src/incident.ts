import { blowOf, type EpisodePlan } from './episodes.ts';
import type { Movement } from './gait.ts';
import { gravity } from './gravity.ts';
import type { Random } from './random.ts';
import type { Incident } from './scenario.ts';

const degree = Math.PI / 180;

/** Something that is no jump, though it jolts like one. */
export function addIncident(plan: EpisodePlan, { kind, after }: Incident, random: Random): void {
  if (kind === 'bucks') addBucks(plan, after, random);
  else if (kind === 'stumble') addStumble(plan, after, random);
  else addSpook(plan, after, random);
}

/** Two to four bucks in the rhythm of the canter: the back goes up first, the nose down, and the forelegs carry. */
function addBucks(plan: EpisodePlan, after: number, random: Random): void {
  const { heave, pitch, surge, roll, restraint } = plan.episodes;
  const count = Math.floor(random.between(2, 5));
  let at = after;
  restraint.add({ time: at - 0.25, value: 0 });
  heave.add({ time: at, value: 0 });
  pitch.add({ time: at, value: 0 });
  surge.add({ time: at, value: 0 });
  roll.add({ time: at, value: 0 });
  for (let i = 0; i < count; i++) {
    const lasts = random.between(0.5, 0.68);
    const size = random.between(0.6, 1);
    restraint.add({ time: at + 0.5 * lasts, value: 0.8 });
    // The hindquarters are thrown up: free of the ground behind, but never all four hooves for long.
    heave
      .add({ time: at + 0.15 * lasts, value: -0.05 * size, curvature: 8 * size })
      .add({ time: at + 0.5 * lasts, value: 0.14 * size, curvature: -0.9 * gravity * size })
      .add({ time: at + 0.85 * lasts, value: -0.05 * size, curvature: 9 * size })
      .add({ time: at + lasts, value: 0 });
    pitch
      .add({ time: at + 0.5 * lasts, value: 20 * degree * size })
      .add({ time: at + 0.9 * lasts, value: -7 * degree * size })
      .add({ time: at + lasts, value: -4 * degree * size });
    surge.add({ time: at + 0.5 * lasts, value: -0.05 * size }).add({ time: at + lasts, value: 0 });
    roll
      .add({ time: at + 0.5 * lasts, value: 5 * degree * random.normal() })
      .add({ time: at + lasts, value: 0 });
    plan.blows.push({ time: at + 0.1 * lasts, blow: blowOf(random.between(3, 7), random) });
    plan.blows.push({ time: at + 0.78 * lasts, blow: blowOf(random.between(8, 14) * size, random) });
    at += lasts;
  }
  restraint.add({ time: at + 0.25, value: 0 });
  pitch.add({ time: at + 0.3, value: 0 });
}

/** A foreleg gives way: down on the nose, braked, and up again. */
function addStumble(plan: EpisodePlan, at: number, random: Random): void {
  const size = random.between(0.6, 1.2);
  bump(plan, 'heave', at, 0.16, -0.09 * size, 0.45);
  bump(plan, 'pitch', at, 0.18, 11 * degree * size, 0.4);
  bump(plan, 'surge', at, 0.22, -0.07 * size, 0.5);
  bump(plan, 'roll', at, 0.2, 5 * degree * random.normal(), 0.4);
  bump(plan, 'restraint', at, 0.25, 0.6, 0.4);
  plan.blows.push({ time: at + 0.15, blow: blowOf(random.between(6, 12) * size, random) });
}

/** Down in front and off to one side, round and back within a second or two. */
function addSpook(plan: EpisodePlan, at: number, random: Random): void {
  const size = random.between(0.7, 1.2);
  const side = random.chance(0.5) ? 1 : -1;
  bump(plan, 'heave', at, 0.14, -0.1 * size, 0.35);
  bump(plan, 'sway', at + 0.05, 0.3, side * 0.22 * size, 1.2);
  bump(plan, 'yaw', at + 0.05, 0.35, side * 24 * degree * size, 1.1);
  bump(plan, 'roll', at, 0.25, -side * 8 * degree * size, 0.5);
  bump(plan, 'pitch', at, 0.2, 5 * degree * size, 0.5);
  bump(plan, 'surge', at, 0.25, -0.1 * size, 0.7);
  bump(plan, 'restraint', at, 0.2, 0.7, 0.6);
  for (const delay of [0.12, 0.16, 0.32, 0.36])
    plan.blows.push({ time: at + delay, blow: blowOf(random.between(4, 9) * size, random) });
}

function bump(
  { episodes }: EpisodePlan,
  movement: Movement | 'restraint',
  at: number,
  rise: number,
  value: number,
  fall: number,
): void {
  episodes[movement]
    .add({ time: at, value: 0 })
    .add({ time: at + rise, value })
    .add({ time: at + rise + fall, value: 0 });
}
