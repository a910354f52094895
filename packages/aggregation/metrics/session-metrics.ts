import type { SingleJump } from '../corrections/correct-jumps.ts';
import { withoutJumps } from '../jumps/beside-jumps.ts';
import { whyNoJumps } from '../jumps/find-jumps.ts';
import type { Motion } from '../motion/motion.ts';
import {
  type Metrics,
  type MovingGait,
  movingGaits,
  type ReinSegment,
  type Segment,
  type SymmetryPhase,
  type Transition,
} from '../schemas/session-result.ts';
import type { SegmentStrides } from '../strides/strides.ts';
import { cadence } from './cadence.ts';
import { elevation } from './elevation.ts';
import { secondsIn, timeAndShare } from './gaits.ts';
import { jumpCount } from './jumps.ts';
import { gaitMinutes } from './load.ts';
import { missing, notComputed, notRidden } from './metric.ts';
import { regularity } from './regularity.ts';
import { gaitByRein, reinSegments, reinTimes } from './reins.ts';
import { strideCount } from './strides.ts';
import { symmetry, symmetryPhases } from './symmetry.ts';
import { transitionCount, transitions } from './transitions.ts';

/** The metrics that come from the movement. */
export type MotionMetrics = Omit<Metrics, 'heartRate' | 'position' | 'energy'>;

/** What the movement says of a session; the times of lists in s from the first sample. */
export interface SessionMetrics {
  readonly reins: ReinSegment[];
  readonly transitions: Transition[];
  readonly symmetryPhases: SymmetryPhase[];
  readonly metrics: MotionMetrics;
}

/** The gaits that this version cannot tell; their keys say so, unless people say when they were ridden. */
const untold: readonly MovingGait[] = ['tolt', 'pace'];

export function sessionMetrics(
  motion: Motion,
  segments: readonly Segment[],
  strides: readonly SegmentStrides[],
  jumps: readonly SingleJump[],
): SessionMetrics {
  const reins = reinSegments(motion, segments);
  const changes = transitions(segments);
  const steady = withoutJumps(strides, jumps);
  const trot = steady.filter((segment) => segment.gait === 'trot');
  return {
    reins,
    transitions: changes,
    symmetryPhases: symmetryPhases(trot, reins),
    metrics: {
      gaits: {
        halt: timeAndShare(segments, 'halt', motion.durationSeconds),
        unknown: timeAndShare(segments, 'unknown', motion.durationSeconds),
        ...perGait((gait) => gaitMetrics(gait, motion, segments, strides, steady)),
      },
      symmetry: symmetry(motion, trot, reins),
      reins: reinTimes(motion, reins),
      gaitByRein: perGait((gait) => reinTimesIn(gait, motion, segments, reins)),
      transitions: { count: transitionCount(changes) },
      jumps: { count: jumpCount(jumps, whyNoJumps(motion)) },
      load: { gaitMinutes: gaitMinutes(segments) },
    },
  };
}

export function perGait<T>(each: (gait: MovingGait) => T): Record<MovingGait, T> {
  return Object.fromEntries(movingGaits.map((gait) => [gait, each(gait)])) as Record<MovingGait, T>;
}

function gaitMetrics(
  gait: MovingGait,
  motion: Motion,
  segments: readonly Segment[],
  strides: readonly SegmentStrides[],
  steady: readonly SegmentStrides[],
): Metrics['gaits'][MovingGait] {
  const reason = whyAbsent(gait, segments);
  if (reason) return { time: missing('s', reason), share: missing('1', reason), ...noStrides(reason) };
  const time = timeAndShare(segments, gait, motion.durationSeconds);
  if (untold.includes(gait)) return { ...time, ...noStrides(notComputed) };
  const inGait = (all: readonly SegmentStrides[]) => all.filter((segment) => segment.gait === gait);
  const own = inGait(steady);
  return {
    ...time,
    cadence: cadence(own),
    elevation: elevation(motion, own),
    regularity: regularity(own),
    strides: strideCount(inGait(strides)),
  };
}

export function noStrides(reason: string) {
  return {
    cadence: missing('1/min', reason),
    elevation: missing('cm', reason),
    regularity: missing('1', reason),
    strides: missing('1', reason),
  };
}

function reinTimesIn(
  gait: MovingGait,
  motion: Motion,
  segments: readonly Segment[],
  reins: readonly ReinSegment[],
): Metrics['gaitByRein'][MovingGait] {
  const reason = whyAbsent(gait, segments);
  if (!reason) return gaitByRein(motion, gait, segments, reins);
  const none = () => ({ time: missing('s', reason) });
  return { left: none(), straight: none(), right: none() };
}

function whyAbsent(gait: MovingGait, segments: readonly Segment[]): string | null {
  if (secondsIn(segments, gait) > 0) return null;
  return untold.includes(gait) ? notComputed : notRidden;
}
