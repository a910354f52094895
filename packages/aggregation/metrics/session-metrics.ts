import type { Motion } from '../motion/motion.ts';
import {
  type Jump,
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
import { energy } from './energy.ts';
import { secondsIn, timeAndShare } from './gaits.ts';
import { heartRate } from './heart-rate.ts';
import { jumps } from './jumps.ts';
import { gaitMinutes } from './load.ts';
import { missing, notComputed, notRidden } from './metric.ts';
import { position } from './position.ts';
import { regularity } from './regularity.ts';
import { gaitByRein, reinSegments, reinTimes } from './reins.ts';
import { strideCount } from './strides.ts';
import { symmetry, symmetryPhases } from './symmetry.ts';
import { transitionCount, transitions } from './transitions.ts';

/** What the metrics say of a session; the times of lists in s from the first sample. */
interface SessionMetrics {
  readonly reins: ReinSegment[];
  readonly transitions: Transition[];
  readonly jumps: Jump[];
  readonly symmetryPhases: SymmetryPhase[];
  readonly metrics: Metrics;
}

/** The gaits that this version cannot tell; their keys say so. */
const untold: readonly MovingGait[] = ['tolt', 'pace'];

export function sessionMetrics(
  motion: Motion,
  segments: readonly Segment[],
  strides: readonly SegmentStrides[],
): SessionMetrics {
  const reins = reinSegments(motion, segments);
  const changes = transitions(segments);
  const trot = strides.filter((segment) => segment.gait === 'trot');
  const jumping = jumps();
  return {
    reins,
    transitions: changes,
    jumps: jumping.list,
    symmetryPhases: symmetryPhases(trot, reins),
    metrics: {
      gaits: {
        halt: timeAndShare(segments, 'halt', motion.durationSeconds),
        unknown: timeAndShare(segments, 'unknown', motion.durationSeconds),
        ...perGait((gait) => gaitMetrics(gait, motion, segments, strides)),
      },
      symmetry: symmetry(motion, trot, reins),
      reins: reinTimes(motion, reins),
      gaitByRein: perGait((gait) => reinTimesIn(gait, motion, segments, reins)),
      transitions: { count: transitionCount(changes) },
      jumps: { count: jumping.count },
      load: { gaitMinutes: gaitMinutes(segments) },
      heartRate: heartRate(),
      position: position(),
      energy: energy(),
    },
  };
}

function perGait<T>(each: (gait: MovingGait) => T): Record<MovingGait, T> {
  return Object.fromEntries(movingGaits.map((gait) => [gait, each(gait)])) as Record<MovingGait, T>;
}

function gaitMetrics(
  gait: MovingGait,
  motion: Motion,
  segments: readonly Segment[],
  strides: readonly SegmentStrides[],
): Metrics['gaits'][MovingGait] {
  const reason = whyAbsent(gait, segments);
  if (reason)
    return {
      time: missing('s', reason),
      share: missing('1', reason),
      cadence: missing('1/min', reason),
      elevation: missing('cm', reason),
      regularity: missing('1', reason),
      strides: missing('1', reason),
    };
  const own = strides.filter((segment) => segment.gait === gait);
  return {
    ...timeAndShare(segments, gait, motion.durationSeconds),
    cadence: cadence(own),
    elevation: elevation(motion, own),
    regularity: regularity(own),
    strides: strideCount(own),
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
  if (untold.includes(gait)) return notComputed;
  return secondsIn(segments, gait) > 0 ? null : notRidden;
}
