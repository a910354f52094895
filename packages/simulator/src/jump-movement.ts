import { blowOf, type EpisodePlan } from './episodes.ts';
import { gravity } from './gravity.ts';
import type { Jump } from './jump.ts';
import type { Random } from './random.ts';

const degree = Math.PI / 180;

/**
 * Over a fence: the trunk sinks while the forelegs strut, is thrown up and forward by the hind legs, flies along a
 * parabola, nose up and then down at a steady rate, and lands on the forelegs. In the air nothing carries it. How a
 * horse jumps: Clayton & Barlow 1991 (J Equine Vet Sci 11:355), Powers & Harrison 2000 (Res Vet Sci 68:191).
 */
export function addJump({ episodes, blows }: EpisodePlan, jump: Jump, random: Random): void {
  const { start, takeOff, landing, end, heightCm } = jump;
  const { heave, surge, sway, pitch, roll, yaw, restraint } = episodes;
  const big = heightCm / 100;
  const flight = landing - takeOff;
  const lift = (gravity * flight) / 2;
  const push = takeOff - start;
  const settle = end - landing;

  restraint
    .add({ time: start, value: 0 })
    .add({ time: takeOff, value: 0.9 })
    .add({ time: landing, value: 0.9 })
    .add({ time: end, value: 0 });

  // The hind legs stretch, the forelegs reach for the ground: both ends of the flight are high.
  const top = random.between(0.06, 0.1) + 0.12 * big;
  heave
    .add({ time: start, value: 0 })
    .add({ time: start + 0.36 * push, value: -0.04 - 0.02 * big, curvature: 8 })
    .add({ time: takeOff, value: top, slope: lift, curvature: -gravity })
    .add({ time: landing, value: top, slope: -lift, curvature: -gravity })
    .add({ time: landing + 0.42 * settle, value: -0.03 - 0.03 * big, curvature: 8 })
    .add({ time: end, value: 0 });

  const up = -(8 + 13 * big) * degree * random.between(0.8, 1.15);
  const down = (6 + 11 * big) * degree * random.between(0.8, 1.15);
  const turn = (down - up) / flight;
  pitch
    .add({ time: start, value: 0 })
    .add({ time: takeOff, value: up, slope: turn })
    .add({ time: landing, value: down, slope: turn })
    .add({ time: end, value: 0 });

  const back = -(0.03 + 0.05 * big) * random.between(0.8, 1.2);
  surge
    .add({ time: start, value: 0 })
    .add({ time: takeOff, value: back, slope: 0.1 })
    .add({ time: landing, value: back + 0.1 * flight, slope: 0.1 })
    .add({ time: end, value: 0 });

  for (const [track, size] of [
    [sway, 0.02],
    [roll, 3 * degree],
    [yaw, 2.5 * degree],
  ] as const) {
    const middle = size * random.normal();
    track
      .add({ time: start, value: 0 })
      .add({ time: (takeOff + landing) / 2, value: middle })
      .add({ time: end, value: 0 });
  }

  const hoof = (time: number, force: number) => blows.push({ time, blow: blowOf(force, random) });
  hoof(start + 0.02, random.between(3, 6));
  hoof(start + 0.09, random.between(3, 6));
  hoof(takeOff - 0.5 * push, random.between(2, 5));
  hoof(takeOff - 0.45 * push, random.between(2, 5));
  hoof(landing, random.between(5, 8) + 5 * big);
  hoof(landing + random.between(0.06, 0.1), random.between(5, 8) + 5 * big);
  hoof(landing + 0.55 * settle, random.between(3, 7));
  hoof(landing + 0.65 * settle, random.between(3, 7));
}
