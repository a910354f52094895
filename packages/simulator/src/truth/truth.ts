import type { Gait, MovingGait } from '../gait.ts';
import type { Motion } from '../motion.ts';
import { absent, known, type Metric, mean, median, robustDeviation, rounded } from './metric.ts';
import { intersection, lengthOf, type ReinSegment, reinsOf, type Segment, segmentsOf } from './spans.ts';
import { measureStrides, type Stride } from './strides.ts';

export interface Transition {
  readonly at: number;
  readonly fromGait: Gait;
  readonly toGait: Gait;
}

/** A stretch of straight trot; mm. */
export interface SymmetryPhase {
  readonly from: number;
  readonly to: number;
  readonly strides: number;
  readonly minDiff: number;
  readonly maxDiff: number;
  readonly range: number;
  readonly relativeSign: 1 | -1 | null;
}

interface TimeAndShare {
  readonly time: Metric;
  readonly share: Metric;
}

interface GaitTruth extends TimeAndShare {
  readonly cadence: Metric;
  readonly elevation: Metric;
  readonly regularity: Metric;
  readonly strides: Metric;
}

type TimeByRein = Readonly<Record<'left' | 'straight' | 'right', { readonly time: Metric }>>;
type AnyMovingGait = MovingGait | 'tolt' | 'pace';

/** What a ride really was: the keys of a result of `piaffe analyse --json`, where they exist. */
export interface Truth {
  readonly durationSeconds: number;
  readonly segments: readonly Segment[];
  readonly reins: readonly ReinSegment[];
  readonly transitions: readonly Transition[];
  readonly jumps: readonly never[];
  readonly symmetryPhases: readonly SymmetryPhase[];
  readonly metrics: {
    readonly gaits: Readonly<Record<'halt' | 'unknown', TimeAndShare> & Record<AnyMovingGait, GaitTruth>>;
    readonly symmetry: Readonly<Record<'score' | 'minDiff' | 'maxDiff' | 'range', Metric>>;
    readonly reins: Readonly<Record<'left' | 'straight' | 'right', TimeAndShare>>;
    readonly gaitByRein: Readonly<Record<AnyMovingGait, TimeByRein>>;
    readonly transitions: { readonly count: Metric };
    readonly jumps: { readonly count: Metric };
    readonly load: { readonly gaitMinutes: Metric };
  };
  /** Robust coefficient of variation of the stride durations, per gait ridden: what regularity is made from. */
  readonly strideVariation: Readonly<Partial<Record<MovingGait, number>>>;
}

const movingGaits = ['walk', 'trot', 'canter', 'gallop', 'tolt', 'pace'] as const;
const sides = ['left', 'straight', 'right'] as const;
/** Straight trot shorter than this says nothing about symmetry. */
const leastStrides = 8;
const noScore = 'a score is a choice of the metric, not a property of the ride';

/** The truth of a ride, from the motion itself; no sensor has a part in it. */
export function truthOf(motion: Motion): Truth {
  const { course } = motion;
  const segments = segmentsOf(course);
  const reins = reinsOf(course, segments);
  const strides = measureStrides(motion, segments);
  const inGait = (gait: string) => segments.filter((segment) => segment.gait === gait);
  const onRein = (rein: string) => reins.filter((segment) => segment.rein === rein);
  const transitions = segments.slice(1).map(({ gait, from }, i) => ({
    at: rounded(from, 3),
    fromGait: segments[i]!.gait,
    toGait: gait,
  }));
  const straightTrot = intersection(inGait('trot'), onRein('straight'));
  const { phases, symmetry } = symmetryOf(straightTrot, strides);
  const withRein = reins.filter(({ rein }) => rein !== 'none');
  const counter = course.strideHz.reader();
  const strideCount = (gait: string) =>
    inGait(gait).reduce(
      (sum, { from, to }) => sum + counter.moveTo(to).integral - counter.moveTo(from).integral,
      0,
    );
  const timeAndShare = (seconds: number, of: number): TimeAndShare => ({
    time: known(seconds, 's'),
    share: of > 0 ? known(seconds / of, '1') : absent('1', 'not ridden'),
  });

  const gaitTruth = (gait: AnyMovingGait): GaitTruth => {
    const time = timeAndShare(lengthOf(inGait(gait)), course.duration);
    const own = strides.filter((stride) => stride.gait === gait);
    if (own.length === 0) {
      const none = (unit: Metric['unit']) => absent(unit, 'not ridden');
      return {
        ...time,
        cadence: none('1/min'),
        elevation: none('cm'),
        regularity: none('1'),
        strides: known(0, '1', 0),
      };
    }
    const durations = own.map(({ from, to }) => to - from);
    const ranges = own.map(({ range }) => range * 100);
    const count = Math.round(strideCount(gait));
    return {
      ...time,
      cadence: known(
        60 / mean(durations),
        '1/min',
        own.length,
        robustDeviation(durations.map((d) => 60 / d)),
      ),
      elevation: known(mean(ranges), 'cm', own.length, robustDeviation(ranges)),
      regularity: absent('1', noScore),
      strides: known(count, '1', count),
    };
  };
  const perGait = <T>(make: (gait: AnyMovingGait) => T) =>
    Object.fromEntries(movingGaits.map((gait) => [gait, make(gait)])) as Record<AnyMovingGait, T>;
  const perSide = <T>(make: (side: (typeof sides)[number]) => T) =>
    Object.fromEntries(sides.map((side) => [side, make(side)])) as Record<(typeof sides)[number], T>;
  const minutes = (gait: Gait) => lengthOf(inGait(gait)) / 60;

  return {
    durationSeconds: course.duration,
    segments: segments.map(roundSpan),
    reins: reins.map(roundSpan),
    transitions,
    jumps: [],
    symmetryPhases: phases,
    metrics: {
      gaits: {
        halt: timeAndShare(lengthOf(inGait('halt')), course.duration),
        unknown: timeAndShare(0, course.duration),
        ...perGait(gaitTruth),
      },
      symmetry,
      reins: perSide((side) => timeAndShare(lengthOf(onRein(side)), lengthOf(withRein))),
      gaitByRein: perGait((gait) =>
        perSide((side) => ({ time: known(lengthOf(intersection(inGait(gait), onRein(side))), 's') })),
      ),
      transitions: { count: known(transitions.length, '1', transitions.length) },
      jumps: { count: known(0, '1', 0) },
      load: {
        gaitMinutes: known(
          minutes('walk') + 2 * minutes('trot') + 3 * (minutes('canter') + minutes('gallop')),
          'min',
        ),
      },
    },
    strideVariation: Object.fromEntries(
      (['walk', 'trot', 'canter', 'gallop'] as const).flatMap((gait) => {
        const durations = strides.filter((stride) => stride.gait === gait).map(({ from, to }) => to - from);
        return durations.length < 10
          ? []
          : [[gait, rounded(robustDeviation(durations) / median(durations), 4)]];
      }),
    ),
  };
}

const roundSpan = <T extends { from: number; to: number }>(span: T): T => ({
  ...span,
  from: rounded(span.from, 3),
  to: rounded(span.to, 3),
});

function symmetryOf(spans: readonly { from: number; to: number }[], strides: readonly Stride[]) {
  const phases: SymmetryPhase[] = [];
  const all: Stride[] = [];
  for (const { from, to } of spans) {
    const own = strides.filter((stride) => stride.gait === 'trot' && stride.from >= from && stride.to <= to);
    if (own.length < leastStrides) continue;
    all.push(...own);
    const minDiff = 1000 * median(own.map((stride) => stride.minDiff));
    const maxDiff = 1000 * median(own.map((stride) => stride.maxDiff));
    phases.push({
      from: rounded(from, 3),
      to: rounded(to, 3),
      strides: own.length,
      minDiff: rounded(Math.abs(minDiff), 2),
      maxDiff: rounded(Math.abs(maxDiff), 2),
      range: rounded(1000 * mean(own.map(({ range }) => range)), 2),
      relativeSign:
        Math.min(Math.abs(minDiff), Math.abs(maxDiff)) < 0.5 ? null : minDiff * maxDiff > 0 ? 1 : -1,
    });
  }
  if (all.length === 0) {
    const none = () => absent('mm', `no ${leastStrides} strides of straight trot in a row`);
    return {
      phases,
      symmetry: { score: absent('1', noScore), minDiff: none(), maxDiff: none(), range: none() },
    };
  }
  const figure = (pick: (stride: Stride) => number) => {
    const values = all.map((stride) => 1000 * pick(stride));
    return known(Math.abs(median(values)), 'mm', all.length, robustDeviation(values));
  };
  const ranges = all.map(({ range }) => 1000 * range);
  return {
    phases,
    symmetry: {
      score: absent('1', noScore),
      minDiff: figure(({ minDiff }) => minDiff),
      maxDiff: figure(({ maxDiff }) => maxDiff),
      range: known(mean(ranges), 'mm', all.length, robustDeviation(ranges)),
    },
  };
}
