import type { Load, LoadDay } from '../schemas/trend.ts';
import { dayOf } from './calendar.ts';
import { recencyWeighted } from './recency-weighted.ts';
import { rounded } from './rounded.ts';

/** Weight of the newest day: 2 / (N + 1) for N = 7 and 28 days; 1 - e^(-1 / N) for N = 7 and 42. */
const weights = {
  acute: 0.25,
  chronic: 0.069,
  fatigue: 1 - Math.exp(-1 / 7),
  fitness: 1 - Math.exp(-1 / 42),
} as const;

const week = 7;
const fourWeeks = 28;
/** Days since the first recording that fitness needs; the ratio needs four weeks. */
const fitnessDays = 42;
/** Days with a recording that the last four weeks must have. */
const leastRecorded = 6;

/**
 * Load day by day, from day number `first` on; null where it is unknown, which is not rest. The averages are recency-weighted
 * means of the recorded days alone: an unknown day makes what is known older, and says nothing itself. Acute against chronic
 * is uncoupled: chronic load is that of the days before the acute week. Form is fitness - fatigue of the day before.
 */
export function loadDays(loads: readonly (number | null)[], first: number): Pick<Load, 'days' | 'reason'> {
  const acute = recencyWeighted(loads, weights.acute);
  const chronic = recencyWeighted(loads, weights.chronic);
  const fatigue = recencyWeighted(loads, weights.fatigue);
  const fitness = recencyWeighted(loads, weights.fitness);
  const thisWeek = recordedWithin(loads, week);
  const lately = recordedWithin(loads, fourWeeks);
  const days = loads.map((load, day): LoadDay => {
    const acuteNow = thisWeek[day] > 0 ? acute[day] : null;
    const isKnown = lately[day] >= leastRecorded;
    const chronicBefore = isKnown && day >= fourWeeks ? chronic[day - week] : null;
    const hasFitness = isKnown && day >= fitnessDays;
    return {
      date: dayOf(first + day),
      load: told(load),
      acute: told(acuteNow),
      chronic: told(chronicBefore),
      ratio: acuteNow !== null && chronicBefore ? told(acuteNow / chronicBefore, 2) : null,
      fitness: hasFitness ? told(fitness[day]) : null,
      fatigue: hasFitness ? told(fatigue[day]) : null,
      form: hasFitness ? told(fitness[day - 1]! - fatigue[day - 1]!) : null,
    };
  });
  return { days, reason: days.length === 0 ? 'no recordings' : whyMissing(days, thisWeek, lately) };
}

function whyMissing(
  days: readonly LoadDay[],
  thisWeek: readonly number[],
  lately: readonly number[],
): string | null {
  const last = days.length - 1;
  if (lately[last] < leastRecorded) {
    return `the last ${fourWeeks} days have recordings on ${lately[last]}, ratio, fitness and form need ${leastRecorded}`;
  }
  if (last < fourWeeks) return `the first recording is ${last} days old, the ratio needs ${fourWeeks}`;
  if (thisWeek[last] === 0) return `nothing was recorded in the last ${week} days, the ratio needs a day`;
  if (days[last].ratio === null) return 'there was no load to compare with';
  if (last < fitnessDays)
    return `the first recording is ${last} days old, fitness and form need ${fitnessDays}`;
  return null;
}

/** How many of the last so many days have a value, on each day. */
function recordedWithin(loads: readonly (number | null)[], days: number): number[] {
  const one = (load: number | null | undefined) => (typeof load === 'number' ? 1 : 0);
  let count = 0;
  return loads.map((load, day) => {
    count += one(load) - one(loads[day - days]);
    return count;
  });
}

function told(value: number | null, digits = 1): number | null {
  return value === null ? null : rounded(value, digits);
}
