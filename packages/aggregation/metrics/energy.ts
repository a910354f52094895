import { mean, robustStandardDeviation } from '@piaffe/signal';
import { known } from '../each-second.ts';
import { gaitEachSecond } from '../position/ridden-way.ts';
import type { Way } from '../position/way.ts';
import { type Gait, gaitNames, type Metrics, type Segment } from '../schemas/session-result.ts';
import { secondsIn } from './gaits.ts';
import { type Doubt, judged, measured, missing, noPosition } from './metric.ts';

const joulesPerCalorie = 4.184;
/** m/min. The horses that the formula comes from went no faster. */
const fastest = 400;
/** Shares of the ride: that may be faster, from which on that is told, and that must have a position. */
const shares = { faster: 0.1, noticed: 0.01, covered: 0.5 } as const;
/** Minutes in a gait that may have no position at all. */
const longest = 0.5;

/**
 * Energy spent per kilogram of horse, rider and tack: e^(3.02 + 0.0065 v) cal/kg/min at v m/min (Pagan and Hintz 1986, J Anim
 * Sci 63:822), over the time in each gait at the speeds
 * that it has. The spread is the band that the speeds within each gait span: one
 * robust standard deviation slower and faster.
 */
export function energy(way: Way | null, segments: readonly Segment[]): Metrics['energy'] {
  const none = (reason: string) => ({ perKilogram: missing('kJ/kg', reason) });
  const speeds = way ? known(way.speed).map((speed) => 60 * speed) : new Float64Array();
  if (!way || speeds.length === 0) return none(way ? 'no usable position in the recording' : noPosition);
  if (speeds.length < shares.covered * way.speed.length)
    return none('there is a position for less than half of the ride');
  const faster = speeds.filter((speed) => speed > fastest).length / speeds.length;
  if (faster > shares.faster)
    return none(
      `more than a tenth of the ride is faster than the ${fastest} m/min that the formula holds for`,
    );
  const gaits = gaitEachSecond(segments, way.speed.length);
  const minutesIn = (gait: Gait) => secondsIn(segments, gait) / 60;
  const speedsIn = (gait: Gait) =>
    known(way.speed.filter((_, at) => gaits[at] === gait)).map((speed) => 60 * speed);
  const ridden = gaitNames.map((gait) => ({ minutes: minutesIn(gait), speeds: speedsIn(gait) }));
  if (ridden.some(({ minutes, speeds }) => minutes > longest && speeds.length === 0))
    return none('there is no position in one of the gaits');
  const total = (of: (speeds: Float64Array) => number) =>
    ridden.reduce((sum, { minutes, speeds }) => sum + (speeds.length > 0 ? minutes * of(speeds) : 0), 0);
  const shifted = (deviations: number) => (speeds: Float64Array) =>
    kilojoulesPerMinute(Math.max(0, mean(speeds) + deviations * robustStandardDeviation(speeds)));
  const doubts: Doubt[] = [
    ...(faster > shares.noticed
      ? [
          {
            atBest: 'poor' as const,
            reason: `a part is faster than the ${fastest} m/min that the formula holds for`,
          },
        ]
      : []),
    { atBest: 'fair', reason: 'from speed alone: slopes, footing and the horse itself change it' },
  ];
  return {
    perKilogram: measured(
      total((speeds) => mean(speeds.map(kilojoulesPerMinute))),
      'kJ/kg',
      {
        n: speeds.length,
        spread: (total(shifted(1)) - total(shifted(-1))) / 2,
        ...judged(doubts),
      },
    ),
  };
}

function kilojoulesPerMinute(metresPerMinute: number): number {
  return (joulesPerCalorie * Math.exp(3.02 + 0.0065 * metresPerMinute)) / 1000;
}
