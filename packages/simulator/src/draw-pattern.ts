import {
  type Footfall,
  type GaitPattern,
  type Harmonic,
  harmonicCount,
  type Movement,
  type MovingGait,
} from './gait.ts';
import { gaitRanges, type MovementRanges, overtones, type Range } from './gait-ranges.ts';
import type { Random } from './random.ts';

/** A number from a range, as far from its middle as the horse is from ordinary. */
type Draw = (range: Range) => number;

/** Draws how a horse of this height (m) moves in one gait; see HorseTraits for the spread. */
export function drawPattern(gait: MovingGait, height: number, spread: number, random: Random): GaitPattern {
  const ranges = gaitRanges[gait];
  const draw: Draw = ([low, high]) => {
    const middle = (low + high) / 2;
    return random.between(middle + spread * (low - middle), middle + spread * (high - middle));
  };
  const size = height / 1.6;
  const usual = draw(ranges.usualStrideHz);
  const strideHz = clamp(usual / Math.sqrt(size), ranges.strideHz);
  // A quick stride is a flat one.
  const reach = (size * (ranges.usualStrideHz[0] + ranges.usualStrideHz[1])) / 2 / usual;
  const along = (movement: Movement, size = reach * draw(ranges.pose[movement].size)) =>
    drawMovement(ranges.pose[movement], size / 1000, 2, overtones.along, draw, random);
  const about = (movement: Movement) =>
    drawMovement(
      ranges.pose[movement],
      degree * draw(ranges.pose[movement].size),
      1,
      overtones.about,
      draw,
      random,
    );
  // Half of the elevation, in mm.
  const [lowest, highest] = ranges.elevation;
  const heave = clamp(reach * draw(ranges.pose.heave.size), [5 * lowest, 5 * highest]);
  return {
    gait,
    strideHz,
    speed: draw(ranges.speed) * Math.sqrt(size),
    pose: {
      surge: along('surge'),
      sway: along('sway'),
      heave: along('heave', heave),
      roll: about('roll'),
      pitch: about('pitch'),
      yaw: about('yaw'),
    },
    footfalls: drawFootfalls(ranges.footfalls, draw(ranges.impact), random),
    variation: {
      period: draw(ranges.variation.period),
      amplitude: draw(ranges.variation.amplitude),
      asymmetry: draw(ranges.variation.asymmetry) / 1000,
      restless: [draw(ranges.variation.restless[0]) / 1000, draw(ranges.variation.restless[1]) * degree],
    },
  };
}

const degree = Math.PI / 180;
const clamp = (value: number, [low, high]: Range) => Math.min(Math.max(value, low), high);

function drawMovement(
  ranges: MovementRanges,
  size: number,
  fall: 1 | 2,
  above: Range,
  draw: Draw,
  random: Random,
): Harmonic[] {
  const parts: Harmonic[] = [
    { order: ranges.main, amplitude: size, phase: ranges.phase ?? random.uniform() },
  ];
  for (let order = 1; order <= harmonicCount; order++) {
    if (order === ranges.main) continue;
    const listed = ranges.others[order];
    if (!listed && order <= 4) continue;
    const share = listed ? draw(listed) : draw(above) * (ranges.main / order) ** fall;
    parts.push({ order, amplitude: size * share, phase: random.uniform() });
  }
  return parts;
}

/** A hoof strikes upward first; what else it does is its own, and no two blows are alike. */
function drawFootfalls(phases: readonly number[], impact: number, random: Random): Footfall[] {
  // How far from the sensor the blow takes hold decides how much it turns it, m.
  const arm = random.between(0.3, 0.8);
  const turn = impact / arm;
  return phases.map((phase) => ({
    phase,
    blow: [
      impact * random.between(-0.7, 0.7),
      impact * random.between(-0.5, 0.5),
      impact * random.between(0.9, 1.1),
      turn * random.between(-1, 1),
      turn * random.between(-1, 1),
      turn * random.between(-0.5, 0.5),
    ],
    scatter: [0.35 * impact, 0.35 * turn],
  }));
}
