import type { Gait, MovingGait } from './gait.ts';
import type { Random } from './random.ts';

/** How one horse's heart answers to work; beats per minute. */
export interface Heart {
  readonly resting: number;
  /** Where it settles in each gait on the flat. */
  readonly working: Readonly<Record<MovingGait, number>>;
  readonly highest: number;
  /** Time constants, s: towards more work, and towards less. */
  readonly rising: number;
  readonly falling: number;
}

export type HeartOptions = Partial<Heart>;

/**
 * Resting 32-40, walk 60-90, trot 90-130, canter 130-180, gallop up to 205 of at most 215-230; it follows the work
 * with 20-40 s upwards and 45-75 s downwards (Evans 2007, Physiology of horses in training; Hinchcliff, Kaneps & Geor,
 * Equine Exercise Physiology, 2008).
 */
export function drawHeart(given: HeartOptions, random: Random): Heart {
  const fit = random.uniform();
  // A fit horse is low in everything, as far as the rest of it allows.
  const from = (low: number, high: number) =>
    low + (high - low) * Math.min(Math.max(1 - fit + 0.15 * random.normal(), 0), 1);
  return {
    resting: from(32, 40),
    working: { walk: from(62, 86), trot: from(94, 126), canter: from(134, 172), gallop: from(172, 202) },
    highest: random.between(215, 230),
    rising: from(22, 38),
    falling: from(46, 74),
    ...given,
  };
}

/** Standing still, but tacked up and at work: a little above resting. */
const awake = 6;
/** bpm more for a climb of 1 in 10, and for each jump, for a while. */
const perSlope = 450;
const perJump = 14;
/** s that a jump is felt. */
export const jumpLasts = 8;

/** What a gait at this effort and slope asks of the heart, bpm; `jumps` is how many there were in the last seconds. */
export function demandOf(
  heart: Heart,
  gait: Gait,
  { effort, slope, jumps }: { effort: number; slope: number; jumps: number },
): number {
  if (gait === 'halt') return heart.resting + awake;
  const work = (heart.working[gait] - heart.resting) * effort ** 1.5;
  const climb = slope > 0 ? perSlope * slope : 0.25 * perSlope * slope;
  return Math.min(heart.resting + Math.max(work + climb, 10) + Math.min(jumps, 3) * perJump, heart.highest);
}
