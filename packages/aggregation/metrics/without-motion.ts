import type { SingleJump } from '../corrections/correct-jumps.ts';
import type { Metric, MovingGait, Segment } from '../schemas/session-result.ts';
import { secondsIn, timeAndShare } from './gaits.ts';
import { jumpCount } from './jumps.ts';
import { gaitMinutes } from './load.ts';
import { judged, missing, noMotion } from './metric.ts';
import { noStrides, perGait, type SessionMetrics } from './session-metrics.ts';

/** What is left to say of gaits where nothing measured the movement: those that people name, and why there is no more. */
export function metricsWithoutMotion(
  segments: readonly Segment[],
  jumps: readonly SingleJump[],
  durationSeconds: number,
): SessionMetrics {
  const none = () => ({ time: missing('s', noMotion), share: missing('1', noMotion) });
  const ridden = (gait: Segment['gait']) =>
    secondsIn(segments, gait) > 0 ? timeAndShare(segments, gait, durationSeconds) : none();
  const byRein = () => ({ left: none(), straight: none(), right: none() });
  const timeByRein = () => ({
    left: { time: missing('s', noMotion) },
    straight: { time: missing('s', noMotion) },
    right: { time: missing('s', noMotion) },
  });
  return {
    reins: [],
    transitions: [],
    symmetryPhases: [],
    metrics: {
      gaits: {
        halt: ridden('halt'),
        unknown: timeAndShare(segments, 'unknown', durationSeconds),
        ...perGait((gait: MovingGait) => ({ ...ridden(gait), ...noStrides(noMotion) })),
      },
      symmetry: {
        score: missing('1', noMotion),
        minDiff: missing('mm', noMotion),
        maxDiff: missing('mm', noMotion),
        range: missing('mm', noMotion),
      },
      reins: byRein(),
      gaitByRein: perGait(timeByRein),
      transitions: { count: missing('1', noMotion) },
      jumps: { count: jumpCount(jumps, noMotion) },
      load: { gaitMinutes: namedGaitMinutes(segments, durationSeconds) },
    },
  };
}

/** Shares of the ride in gaits that people named. */
const enough = { good: 0.95, fair: 0.5 } as const;

function namedGaitMinutes(segments: readonly Segment[], durationSeconds: number): Metric {
  const share = 1 - secondsIn(segments, 'unknown') / durationSeconds;
  if (!(share > 0)) return missing('min', noMotion);
  if (share >= enough.good) return gaitMinutes(segments);
  const percent = `${Math.floor(100 * share)} %`;
  const reason = `gaits are named for ${percent} of the ride only`;
  return {
    ...gaitMinutes(segments),
    ...judged([{ atBest: share < enough.fair ? 'poor' : 'fair', reason }]),
  };
}
