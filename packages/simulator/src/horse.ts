import { drawPattern } from './draw-pattern.ts';
import {
  type Gait,
  type GaitPattern,
  type Harmonic,
  type Movement,
  type MovingGait,
  movements,
  type Side,
  stillPose,
} from './gait.ts';
import type { Range } from './gait-ranges.ts';
import type { Random } from './random.ts';
import type { Triple } from './sensor.ts';

/** Height at the withers decides how fast and how far a horse swings. */
export const horseKinds = ['pony', 'cob', 'riding horse', 'warmblood'] as const;
export type HorseKind = (typeof horseKinds)[number];

const heights: Readonly<Record<HorseKind, Range>> = {
  pony: [1.1, 1.4],
  cob: [1.4, 1.55],
  'riding horse': [1.5, 1.65],
  warmblood: [1.6, 1.78],
};

/** What one horse is like. Anything left out is drawn from the published ranges. */
export interface HorseTraits {
  /** How much of the ranges to draw from, about their middle: 1 is any horse, 0.5 (if left out) an ordinary one. */
  readonly spread?: number;
  readonly kind?: HorseKind;
  /** The trot's asymmetry where the sensor sits: 2B (mm) and p (degrees) of z = -A cos 2wt + B cos(wt + p). */
  readonly asymmetry?: { readonly millimetres: number; readonly degrees: number };
  /** Factor on how much strides differ in duration and size: below 1 is steadier than the horse was drawn. */
  readonly unsteadiness?: number;
}

/** One horse: a pattern for each gait, the heave being that of the place where the sensor sits. */
export interface Horse {
  readonly kind: HorseKind;
  /** At the withers, m. */
  readonly height: number;
  readonly walk: GaitPattern;
  readonly trot: GaitPattern;
  readonly canter: GaitPattern;
  readonly gallop: GaitPattern;
  /**
   * Rider's part in the heave at the stride frequency when rising: amplitude (m), phase (turns). Rising makes the
   * half-strides of a straight trot differ by some millimetres (Persson-Sjodin et al. 2018, PLoS ONE 13:e0195091).
   */
  readonly rising: { readonly amplitude: number; readonly phase: number };
  /**
   * Share of the theoretical lean, atan(v^2 / (r g)), that the trunk takes: on the lunge about a degree less than all
   * of it (Brocklehurst, Weller & Pfau 2014, Vet J).
   */
  readonly lean: number;
}

/**
 * Draws a horse. The stride frequency of animals of the same build goes with the inverse square root of their
 * height, movements go with it (Heglund, Taylor & McMahon 1974, Science 186:1112).
 */
export function drawHorse(traits: HorseTraits, random: Random): Horse {
  const kind = traits.kind ?? random.pick(horseKinds);
  const height = random.between(...heights[kind]);
  const spread = traits.spread ?? 0.5;
  const draw = (gait: MovingGait) =>
    steadied(drawPattern(gait, height, spread, random), traits.unsteadiness ?? 1);
  const trot = draw('trot');
  // Most riding horses their owners call sound differ by more than a few mm (Rhodin et al. 2017, PLoS ONE 12:e0176253).
  const asymmetry = traits.asymmetry ?? {
    millimetres: random.chance(0.3) ? random.between(0, 3) : random.between(3, 16),
    degrees: random.between(0, 360),
  };
  return {
    kind,
    height,
    walk: draw('walk'),
    trot: withHeaveAtStride(trot, asymmetry.millimetres / 2000, -asymmetry.degrees / 360, false),
    canter: draw('canter'),
    gallop: draw('gallop'),
    rising: { amplitude: random.between(0.0005, 0.0025), phase: random.between(-0.15, 0.15) },
    lean: random.between(0.7, 1.05),
  };
}

function steadied(pattern: GaitPattern, factor: number): GaitPattern {
  const { period, amplitude } = pattern.variation;
  const variation = { ...pattern.variation, period: factor * period, amplitude: factor * amplitude };
  return { ...pattern, variation };
}

/**
 * How this horse moves its trunk on a leg: leads mirror the canter, a rising rider loads one diagonal more.
 * The lever (m; forward, left, up) leads from the middle of the trunk to the sensor.
 */
export function patternOn(
  horse: Horse,
  gait: Gait,
  lead: Side,
  rising: Side | null,
  lever: Triple,
): GaitPattern {
  if (gait === 'halt') return halt;
  const pattern = horse[gait];
  if (gait === 'trot' && rising) {
    const { amplitude, phase } = horse.rising;
    const half = rising === 'left' ? 0 : 0.5;
    return atTrunk(withHeaveAtStride(pattern, amplitude, phase + half, true), lever);
  }
  const led = gait === 'canter' || gait === 'gallop';
  return atTrunk(led && lead === 'right' ? mirrored(pattern) : pattern, lever);
}

const halt: GaitPattern = {
  gait: 'halt',
  strideHz: 0.8,
  speed: 0,
  pose: stillPose,
  footfalls: [],
  variation: { period: 0, amplitude: 0, asymmetry: 0, restless: [0, 0] },
};

/** The same with this much heave at the stride frequency, in the place of what there was or beside it. */
function withHeaveAtStride(
  pattern: GaitPattern,
  amplitude: number,
  phase: number,
  beside: boolean,
): GaitPattern {
  const kept = pattern.pose.heave.filter(({ order }) => beside || order !== 1);
  return { ...pattern, pose: { ...pattern.pose, heave: [...kept, { order: 1, amplitude, phase }] } };
}

/** From the heave of the sensor to that of the trunk's middle, which pitch and roll carry the sensor away from. */
function atTrunk(pattern: GaitPattern, [forward, left]: Triple): GaitPattern {
  const scaled = (parts: readonly Harmonic[], factor: number) =>
    parts.map((part) => ({ ...part, amplitude: factor * part.amplitude }));
  const { heave, pitch, roll } = pattern.pose;
  return {
    ...pattern,
    pose: { ...pattern.pose, heave: [...heave, ...scaled(pitch, forward), ...scaled(roll, -left)] },
  };
}

const sidewards: ReadonlySet<Movement> = new Set(['sway', 'roll', 'yaw']);

function mirrored(pattern: GaitPattern): GaitPattern {
  const flip = (parts: readonly Harmonic[]) => parts.map((part) => ({ ...part, amplitude: -part.amplitude }));
  const { sway, roll, yaw } = pattern.pose;
  return {
    ...pattern,
    pose: { ...pattern.pose, sway: flip(sway), roll: flip(roll), yaw: flip(yaw) },
    footfalls: pattern.footfalls.map((footfall) => ({
      ...footfall,
      blow: footfall.blow.map((size, i) => (sidewards.has(movements[i]) ? -size : size)),
    })),
  };
}
