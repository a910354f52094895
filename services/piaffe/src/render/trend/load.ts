import type { TrendAnswer } from '@piaffe/results';
import { columns, wrap } from '../layout.ts';
import { dash } from '../numbers.ts';
import type { Paint } from '../style.ts';

const mostWeeks = 8;

/** The latest weeks, one row each. */
export function weekTable({ load }: TrendAnswer, width: number, paint: Paint): string[] {
  const weeks = load.weeks.slice(-mostWeeks);
  if (weeks.length === 0) return [load.reason ?? ''];
  const heading = ['week of', 'rides', 'days', 'walk', 'trot', 'canter', 'left', 'right', 'load', 'monotony'];
  const rows = weeks.map(({ from, sessions, daysRecorded, minutes, reins, load, monotony }) => [
    from,
    `${sessions}`,
    `${daysRecorded}`,
    ...[minutes.walk, minutes.trot, minutes.canter + minutes.gallop, reins.left, reins.right].map((each) =>
      each.toFixed(0),
    ),
    load.toFixed(0),
    monotony === null ? dash : monotony.toFixed(1),
  ]);
  return columns([heading.map((cell) => paint('dim', cell)), ...rows], width);
}

const whatItIs =
  'Minutes; load in gait-minutes. Means of recorded days: a day without a recording is unknown, not rest. Monotony ' +
  'needs all seven days.';

/** Where the load stands at the end. */
export function loadNow({ load }: TrendAnswer, width: number, paint: Paint): string[] {
  const day = load.days.at(-1);
  if (day === undefined) return [];
  const told = (value: number | null, digits = 0) => (value === null ? dash : value.toFixed(digits));
  const parts = [
    `acute ${told(day.acute)} against chronic ${told(day.chronic)}: ${told(day.ratio, 2)}`,
    `fitness ${told(day.fitness)}, fatigue ${told(day.fatigue)}, form ${told(day.form)}`,
  ];
  return [
    ...parts,
    ...(load.reason === null ? [] : wrap(load.reason, width, 2)),
    ...wrap(whatItIs, width).map((line) => paint('dim', line)),
  ];
}
