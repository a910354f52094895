import type { Gait, MovingGait } from '../gait.ts';
import type { Motion } from '../motion.ts';
import type { Way } from '../position.ts';
import {
  type AnyMovingGait,
  type GaitTruth,
  gaitTruth,
  notRidden,
  type TimeAndShare,
  timeAndShare,
} from './gaits.ts';
import { type HeartRateTruth, heartRateTruth } from './heart-rate.ts';
import { type Combination, combinationsOf, type JumpTruth, jumpTruths } from './jumps.ts';
import { absent, known, type Metric, rounded } from './metric.ts';
import { type PositionTruth, positionTruth } from './position.ts';
import { intersection, lengthOf, type ReinSegment, reinsOf, type Segment, segmentsOf } from './spans.ts';
import { median, robustStandardDeviation } from './statistics.ts';
import { measureStrides, type Stride } from './strides.ts';
import { type Symmetry, type SymmetryPhase, symmetryOf } from './symmetry.ts';

export interface Transition {
  readonly at: number;
  readonly fromGait: Gait;
  readonly toGait: Gait;
}

type TimeByRein = Readonly<Record<'left' | 'straight' | 'right', { readonly time: Metric }>>;

/** What a ride really was: the keys of a result of `piaffe analyse --json`, where they exist. */
export interface Truth {
  readonly recording: { readonly durationSeconds: number };
  readonly segments: readonly Segment[];
  readonly reins: readonly ReinSegment[];
  readonly transitions: readonly Transition[];
  readonly jumps: readonly JumpTruth[];
  readonly combinations: readonly Combination[];
  readonly symmetryPhases: readonly SymmetryPhase[];
  readonly metrics: {
    readonly gaits: Readonly<Record<'halt' | 'unknown', TimeAndShare> & Record<AnyMovingGait, GaitTruth>>;
    readonly symmetry: Symmetry;
    readonly reins: Readonly<Record<'left' | 'straight' | 'right', TimeAndShare>>;
    readonly gaitByRein: Readonly<Record<AnyMovingGait, TimeByRein>>;
    readonly transitions: { readonly count: Metric };
    readonly jumps: { readonly count: Metric };
    readonly load: { readonly gaitMinutes: Metric };
    readonly heartRate: HeartRateTruth;
    readonly position: PositionTruth;
  };
  /** Robust coefficient of variation of the stride durations, per gait with ten strides or more: what regularity is made from. */
  readonly strideVariation: Readonly<Partial<Record<MovingGait, number>>>;
  /** bpm at the beginning of each second. */
  readonly heartRate: readonly number[];
}

const movingGaits = ['walk', 'trot', 'canter', 'gallop', 'tolt', 'pace'] as const;
const sides = ['left', 'straight', 'right'] as const;

/** The truth of a ride, from motion, heart (bpm each second) and way themselves; no sensor has a part in it. */
export function truthOf(motion: Motion, bpm: Float64Array, way: Way): Truth {
  const { course } = motion;
  const segments = segmentsOf(course);
  const reins = reinsOf(course, segments);
  const strides = measureStrides(motion, segments);
  const inGait = (gait: string) => segments.filter((segment) => segment.gait === gait);
  const onRein = (rein: string) => reins.filter((segment) => segment.rein === rein);
  const transitions = segments.slice(1).map(({ gait, from }, i) => ({
    at: rounded(from, 3),
    fromGait: segments[i].gait,
    toGait: gait,
  }));
  const straightTrot = intersection(inGait('trot'), onRein('straight'));
  const { phases, symmetry } = symmetryOf(straightTrot, strides);
  const withRein = reins.filter(({ rein }) => rein !== 'none');

  const perGait = <T>(make: (gait: AnyMovingGait) => T) =>
    Object.fromEntries(movingGaits.map((gait) => [gait, make(gait)])) as Record<AnyMovingGait, T>;
  const perSide = <T>(make: (side: (typeof sides)[number]) => T) =>
    Object.fromEntries(sides.map((side) => [side, make(side)])) as Record<(typeof sides)[number], T>;
  const minutes = (gait: Gait) => lengthOf(inGait(gait)) / 60;

  return {
    recording: { durationSeconds: course.duration },
    segments: segments.map(roundSpan),
    reins: reins.map(roundSpan),
    transitions,
    jumps: jumpTruths(course.jumps),
    combinations: combinationsOf(course.jumps),
    symmetryPhases: phases,
    metrics: {
      gaits: {
        halt: timeAndShare(lengthOf(inGait('halt')), course.duration),
        unknown: timeAndShare(0, course.duration),
        ...perGait((gait) => gaitTruth(gait, course, segments, strides)),
      },
      symmetry,
      reins: perSide((side) => timeAndShare(lengthOf(onRein(side)), lengthOf(withRein))),
      gaitByRein: perGait((gait) =>
        perSide((side) => {
          const ridden = inGait(gait);
          const time = lengthOf(intersection(ridden, onRein(side)));
          return { time: ridden.length > 0 ? known(time, 's') : absent('s', notRidden) };
        }),
      ),
      transitions: { count: known(transitions.length, '1', transitions.length) },
      jumps: { count: known(course.jumps.length, '1', course.jumps.length) },
      load: {
        gaitMinutes: known(
          minutes('walk') + 2 * minutes('trot') + 3 * (minutes('canter') + minutes('gallop')),
          'min',
        ),
      },
      heartRate: heartRateTruth(bpm),
      position: positionTruth(course, way, segments, movingGaits),
    },
    heartRate: Array.from(bpm, (value) => rounded(value, 1)),
    strideVariation: strideVariation(strides),
  };
}

/** Per gait with ten strides or more. */
function strideVariation(strides: readonly Stride[]): Truth['strideVariation'] {
  return Object.fromEntries(
    (['walk', 'trot', 'canter', 'gallop'] as const).flatMap((gait) => {
      const durations = strides.filter((stride) => stride.gait === gait).map(({ from, to }) => to - from);
      if (durations.length < 10) return [];
      return [[gait, rounded(robustStandardDeviation(durations) / median(durations), 4)]];
    }),
  );
}

const roundSpan = <T extends { from: number; to: number }>(span: T): T => ({
  ...span,
  from: rounded(span.from, 3),
  to: rounded(span.to, 3),
});
