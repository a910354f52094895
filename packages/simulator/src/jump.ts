import { gravity } from './gravity.ts';
import type { Random } from './random.ts';
import type { Leg } from './scenario.ts';

/** One jump: when its parts are, s from the start of the ride. */
export interface Jump {
  /** Height of the fence. */
  readonly heightCm: number;
  /** The forelegs begin to strut. */
  readonly start: number;
  /** The hind hooves leave the ground. */
  readonly takeOff: number;
  /** The first fore hoof is down again. */
  readonly landing: number;
  /** The horse goes on in its gait. */
  readonly end: number;
  /** Strides from the jump before it within a combination, or null. */
  readonly strides: number | null;
}

/**
 * How long a horse is in the air over a fence, s. Its middle has to rise with the fence, but by less: before the hind
 * hooves leave the ground the trunk is already up, and the legs are folded. A rise of h takes 2 sqrt(2 h / g).
 */
export function flightTime(heightCm: number, stretch = 1): number {
  const rise = stretch * (0.1 + (0.42 * Math.max(heightCm - 40, 0)) / 100);
  return 2 * Math.sqrt((2 * rise) / gravity);
}

/** When the jumps of one leg are; strideHz is that of the leg. */
export function planJumps(leg: Leg, from: number, strideHz: number, random: Random): Jump[] {
  const jumps: Jump[] = [];
  for (const { heightCm, ...where } of leg.fences ?? []) {
    if (!(heightCm >= 20 && heightCm <= 160))
      throw new RangeError(`A fence of ${heightCm} cm: from 20 to 160 cm are jumped here`);
    const flight = flightTime(heightCm, random.between(0.92, 1.1));
    const push = random.between(0.38, 0.46);
    const settle = random.between(0.46, 0.56);
    const last = jumps.at(-1);
    let takeOff: number;
    if ('strides' in where) {
      if (!last) throw new RangeError('The first fence of a leg cannot be counted in strides from another');
      const stance = (push + last.end - last.landing) / 2;
      takeOff = last.landing + stance + Math.max(where.strides / strideHz, stance + 0.05);
    } else takeOff = from + where.after - flight / 2;
    const jump: Jump = {
      heightCm,
      start: takeOff - push,
      takeOff,
      landing: takeOff + flight,
      end: takeOff + flight + settle,
      strides: 'strides' in where ? where.strides : null,
    };
    if (jump.start < (last?.end ?? from + 1))
      throw new RangeError(`A fence ${(jump.start - from).toFixed(1)} s into a leg comes too early`);
    if (jump.end > from + leg.seconds - 1)
      throw new RangeError(`A leg of ${leg.seconds} s ends before its last fence is jumped`);
    jumps.push(jump);
  }
  return jumps;
}
