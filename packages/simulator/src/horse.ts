import { type Gait, type GaitPattern, type Harmonic, type MovingGait, type Side, stillPose } from './gait.ts';
import { type GaitRanges, gaitRanges, type Range } from './gait-ranges.ts';
import type { Random } from './random.ts';

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
  readonly kind?: HorseKind;
  /** The trot's asymmetry, mm: 2B and the phase p (degrees) of z = -A cos 2wt + B cos(wt + p). */
  readonly asymmetry?: { readonly millimetres: number; readonly degrees: number };
}

/** One horse: a pattern for each gait. */
export interface Horse {
  readonly kind: HorseKind;
  /** At the withers, m. */
  readonly height: number;
  readonly walk: GaitPattern;
  readonly trot: GaitPattern;
  readonly canter: GaitPattern;
  readonly gallop: GaitPattern;
  /** Rider's part in the heave at the stride frequency when rising: amplitude (m), phase (turns). */
  readonly rising: { readonly amplitude: number; readonly phase: number };
  /** Share of the theoretical lean, atan(v^2 / (r g)), that the trunk takes. */
  readonly lean: number;
}

/**
 * Draws a horse. The stride frequency of animals of the same build goes with the inverse square root of their
 * height, movements go with it (Heglund, Taylor & McMahon 1974, Science 186:1112).
 */
export function drawHorse(traits: HorseTraits, random: Random): Horse {
  const kind = traits.kind ?? random.pick(horseKinds);
  const height = random.between(...heights[kind]);
  const draw = (gait: MovingGait) => drawPattern(gait, gaitRanges[gait], height, random);
  const trot = draw('trot');
  const asymmetry = traits.asymmetry ?? {
    millimetres: random.chance(0.3) ? random.between(0, 3) : random.between(3, 16),
    degrees: random.between(0, 360),
  };
  return {
    kind,
    height,
    walk: draw('walk'),
    trot: withHeaveAtStride(trot, asymmetry.millimetres / 2000, -asymmetry.degrees / 360),
    canter: draw('canter'),
    gallop: draw('gallop'),
    rising: { amplitude: random.between(0.001, 0.004), phase: random.between(-0.15, 0.15) },
    lean: random.between(0.6, 1),
  };
}

/** How this horse moves on a leg: leads mirror the canter, a rising rider loads one diagonal more. */
export function patternOn(horse: Horse, gait: Gait, lead: Side, rising: Side | null): GaitPattern {
  if (gait === 'halt') return halt;
  const pattern = horse[gait];
  if (gait === 'trot' && rising) {
    const { amplitude, phase } = horse.rising;
    return addHeaveAtStride(pattern, amplitude, phase + (rising === 'left' ? 0 : 0.5));
  }
  return (gait === 'canter' || gait === 'gallop') && lead === 'right' ? mirrored(pattern) : pattern;
}

const halt: GaitPattern = {
  gait: 'halt',
  strideHz: 0.8,
  speed: 0,
  pose: stillPose,
  footfalls: [],
  impact: 0,
  variation: { period: 0, amplitude: 0, asymmetry: 0 },
};

function drawPattern(gait: MovingGait, ranges: GaitRanges, height: number, random: Random): GaitPattern {
  const size = height / 1.6;
  const [slowest, fastest] = ranges.strideHz;
  const strideHz = Math.min(
    Math.max(random.between(...ranges.usualStrideHz) / Math.sqrt(size), slowest),
    fastest,
  );
  // A quick stride is a flat one: acceleration, not movement, is what a horse can push.
  const usual = (ranges.usualStrideHz[0] + ranges.usualStrideHz[1]) / 2;
  const reach = size * (usual / Math.sqrt(size) / strideHz) ** 1;
  const shape = (movement: keyof typeof ranges.pose, scale: number): Harmonic[] => {
    const { fundamental, parts } = ranges.pose[movement];
    const main = scale * random.between(...fundamental);
    return parts.map(({ order, share, phase }) => ({
      order,
      amplitude: main * random.between(...share),
      phase: random.between(...phase),
    }));
  };
  return {
    gait,
    strideHz,
    speed: random.between(...ranges.speed) * Math.sqrt(size),
    pose: {
      surge: shape('surge', reach),
      sway: shape('sway', reach),
      heave: shape('heave', reach),
      roll: shape('roll', Math.PI / 180),
      pitch: shape('pitch', Math.PI / 180),
      yaw: shape('yaw', Math.PI / 180),
    },
    footfalls: ranges.footfalls.map((phase) => ({ phase, strength: random.between(0.7, 1.3) })),
    impact: random.between(...ranges.impact),
    variation: {
      period: random.between(...ranges.variation.period),
      amplitude: random.between(...ranges.variation.amplitude),
      asymmetry: gait === 'trot' ? random.between(...ranges.variation.asymmetry) : 0,
    },
  };
}

function withHeaveAtStride(pattern: GaitPattern, amplitude: number, phase: number): GaitPattern {
  const others = pattern.pose.heave.filter(({ order }) => order !== 1);
  return { ...pattern, pose: { ...pattern.pose, heave: [...others, { order: 1, amplitude, phase }] } };
}

function addHeaveAtStride(pattern: GaitPattern, amplitude: number, phase: number): GaitPattern {
  return {
    ...pattern,
    pose: { ...pattern.pose, heave: [...pattern.pose.heave, { order: 1, amplitude, phase }] },
  };
}

function mirrored(pattern: GaitPattern): GaitPattern {
  const flip = (parts: readonly Harmonic[]) => parts.map((part) => ({ ...part, amplitude: -part.amplitude }));
  const { sway, roll, yaw } = pattern.pose;
  return { ...pattern, pose: { ...pattern.pose, sway: flip(sway), roll: flip(roll), yaw: flip(yaw) } };
}
