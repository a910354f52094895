import { mean, robustStandardDeviation } from '@piaffe/signal';
import { known } from '../each-second.ts';
import { climbOf } from '../position/climb.ts';
import { gaitEachSecond } from '../position/ridden-way.ts';
import type { Way } from '../position/way.ts';
import {
  type Metric,
  type Metrics,
  type MovingGait,
  movingGaits,
  type Segment,
} from '../schemas/session-result.ts';
import { type Doubt, judged, measured, missing, noPosition, notRidden, rounded } from './metric.ts';

type Position = Metrics['position'];

/** Shares of the time that positions cover. */
const enough = { good: 0.95, fair: 0.5 } as const;
/** s in a gait before its speed says anything, and before it says it well. */
const seconds = { fewest: 5, good: 30 } as const;

/** A place is known at this second, and how much of the way to its neighbours (s) is known with it. */
interface Known {
  readonly speed: number;
  readonly seconds: number;
}

/** Distance, climb and speed over ground; over the seconds that have a position, as gaps are left open. */
export function position(way: Way | null, segments: readonly Segment[], whyNoGaits: string | null): Position {
  const speeds = way ? known(way.speed) : new Float64Array();
  if (!way || speeds.length === 0) {
    const reason = way ? 'no usable position in the recording' : noPosition;
    return {
      distance: missing('m', reason),
      climb: missing('m', reason),
      gaits: perGait(() => none(reason)),
    };
  }
  const gaits = gaitEachSecond(segments, way.speed.length);
  const all = knownOf(way.speed);
  const inGait = (gait: MovingGait) => {
    const own = all.filter((_, at) => gaits[at] === gait);
    if (own.length === 0) return none(whyNoGaits ?? notRidden);
    const there = own.filter((each) => each !== null);
    if (there.length < seconds.fewest) return none('hardly a position in this gait', there.length);
    const doubts = coverage(there.length / own.length, 'of this gait');
    if (there.length < seconds.good)
      doubts.push({ atBest: 'fair', reason: 'less than half a minute in this gait' });
    const metresPerMinute = there.map(({ speed }) => 60 * speed);
    return {
      distance: metres(there, doubts),
      speed: measured(mean(metresPerMinute), 'm/min', {
        n: there.length,
        spread: robustStandardDeviation(metresPerMinute),
        ...judged(doubts),
      }),
    };
  };
  const there = all.filter((each) => each !== null);
  return {
    distance: metres(there, [
      ...fewness(there.length),
      ...coverage(there.length / way.speed.length, 'of the ride'),
    ]),
    climb: climb(way),
    gaits: perGait(inGait),
  };
}

/** From one second to the next is one second: half of it belongs to each, where both are known. */
function knownOf(speeds: Float64Array): (Known | null)[] {
  const isKnown = (at: number) => Number(speeds[at] >= 0);
  return Array.from(speeds, (speed, at) =>
    isKnown(at) ? { speed, seconds: (isKnown(at - 1) + isKnown(at + 1)) / 2 } : null,
  );
}

function metres(there: readonly Known[], doubts: readonly Doubt[]): Metric {
  const sum = there.reduce((total, { speed, seconds }) => total + speed * seconds, 0);
  return measured(sum, 'm', { n: there.length, ...judged(doubts) });
}

function fewness(n: number): Doubt[] {
  return n < seconds.good
    ? [{ atBest: 'poor', reason: 'there is a position for less than half a minute' }]
    : [];
}

function climb({ altitude }: Way): Metric {
  const found = climbOf(altitude);
  if (!found) return missing('m', 'no altitude in the recording', known(altitude).length);
  const least = rounded(found.threshold, 1);
  return measured(found.metres, 'm', {
    n: known(altitude).length,
    ...judged([
      ...coverage(known(altitude).length / altitude.length, 'of the ride'),
      ...(least > 2
        ? [{ atBest: 'fair' as const, reason: `rises of less than ${least} m cannot be told from noise` }]
        : []),
    ]),
  });
}

function coverage(share: number, of: string): Doubt[] {
  if (share >= enough.good) return [];
  const reason = `there is a position for ${Math.floor(100 * share)} % ${of} only`;
  return [{ atBest: share < enough.fair ? 'poor' : 'fair', reason }];
}

function none(reason: string, n: number | null = null): Position['gaits'][MovingGait] {
  return { distance: missing('m', reason, n), speed: missing('m/min', reason, n) };
}

function perGait(each: (gait: MovingGait) => Position['gaits'][MovingGait]): Position['gaits'] {
  return Object.fromEntries(movingGaits.map((gait) => [gait, each(gait)])) as Position['gaits'];
}
