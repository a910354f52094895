import type { Gait, MovingGait } from '../gait.ts';
import type { Motion } from '../motion.ts';
import { absent, known, type Metric, noScore, rounded } from './metric.ts';
import { intersection, lengthOf, type ReinSegment, reinsOf, type Segment, segmentsOf } from './spans.ts';
import { mean, median, robustStandardDeviation } from './statistics.ts';
import { measureStrides } from './strides.ts';
import { type Symmetry, type SymmetryPhase, symmetryOf } from './symmetry.ts';

export interface Transition {
  readonly at: number;
  readonly fromGait: Gait;
  readonly toGait: Gait;
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
  readonly recording: { readonly durationSeconds: number };
  readonly segments: readonly Segment[];
  readonly reins: readonly ReinSegment[];
  readonly transitions: readonly Transition[];
  readonly jumps: readonly never[];
  readonly symmetryPhases: readonly SymmetryPhase[];
  readonly metrics: {
    readonly gaits: Readonly<Record<'halt' | 'unknown', TimeAndShare> & Record<AnyMovingGait, GaitTruth>>;
    readonly symmetry: Symmetry;
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

const unridden = 'not ridden';
const notRidden: GaitTruth = {
  time: absent('s', unridden),
  share: absent('1', unridden),
  cadence: absent('1/min', unridden),
  elevation: absent('cm', unridden),
  regularity: absent('1', unridden),
  strides: absent('1', unridden),
};

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
    fromGait: segments[i].gait,
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
    share: of > 0 ? known(seconds / of, '1') : absent('1', unridden),
  });

  const gaitTruth = (gait: AnyMovingGait): GaitTruth => {
    const ridden = inGait(gait);
    if (ridden.length === 0) return notRidden;
    const own = strides.filter((stride) => stride.gait === gait);
    const figure = (unit: Metric['unit'], value: () => number, values: readonly number[]) =>
      own.length === 0
        ? absent(unit, 'not one whole stride between two changes of gait')
        : known(value(), unit, own.length, robustStandardDeviation(values));
    const ranges = own.map(({ range }) => range * 100);
    const durations = own.map(({ from, to }) => to - from);
    const count = Math.round(strideCount(gait));
    return {
      ...timeAndShare(lengthOf(ridden), course.duration),
      cadence: figure(
        '1/min',
        () => 60 / mean(durations),
        durations.map((duration) => 60 / duration),
      ),
      elevation: figure('cm', () => mean(ranges), ranges),
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
    recording: { durationSeconds: course.duration },
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
        perSide((side) => {
          const ridden = inGait(gait);
          const time = lengthOf(intersection(ridden, onRein(side)));
          return { time: ridden.length > 0 ? known(time, 's') : absent('s', unridden) };
        }),
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
          : [[gait, rounded(robustStandardDeviation(durations) / median(durations), 4)]];
      }),
    ),
  };
}

const roundSpan = <T extends { from: number; to: number }>(span: T): T => ({
  ...span,
  from: rounded(span.from, 3),
  to: rounded(span.to, 3),
});
