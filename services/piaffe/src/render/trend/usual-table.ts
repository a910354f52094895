import type { TrendAnswer } from '@piaffe/results';
import type { MetricTrend } from '@piaffe/trend/contract';
import type { Footnotes } from '../footnotes.ts';
import { columns } from '../layout.ts';
import { dash } from '../numbers.ts';
import type { Paint } from '../style.ts';
import { toldMetric } from './metric-names.ts';

const marks = { higher: ' ▲', lower: ' ▼' } as const;

/** One row per metric: its latest value, what is usual where that belongs, and how it moves per week. */
export function usualTable(
  { metrics, sessions }: TrendAnswer,
  width: number,
  paint: Paint,
  footnotes: Footnotes,
): string[] {
  const heading = ['', 'latest', 'usual', 'sessions', 'per week', 'p'].map((cell) => paint('dim', cell));
  const rows = metrics.map((each) => {
    const { name, unit, digits } = toldMetric(each.metric);
    const last = each.points.value.findLastIndex((value) => value !== null);
    const usual = each.baselines.find(({ group }) => group === sessions[last]?.group);
    const side = each.points.outOfRange[last] ?? null;
    const mark = side === null ? '' : marks[side];
    const value = `${(each.points.value[last] ?? 0).toFixed(digits)}${mark && paint('fair', mark)}`;
    const band =
      usual?.low === undefined || usual.low === null || usual.high === null
        ? `${dash}${footnotes.sign(usual?.reason ?? 'all values of these sessions are poor')}`
        : `${usual.low.toFixed(digits)}-${usual.high.toFixed(digits)}`;
    return [
      `${name}${unit && paint('dim', ` ${unit}`)}`,
      value,
      band,
      `${usual?.n ?? 0}`,
      ...slopeCells(each, digits, footnotes),
    ];
  });
  return rows.length === 0 ? [] : columns([heading, ...rows], width);
}

function slopeCells({ slope }: MetricTrend, digits: number, footnotes: Footnotes): [string, string] {
  const { perWeek, p, reason } = slope;
  if (perWeek === null || p === null) return [`${dash}${footnotes.sign(reason ?? 'not known why')}`, ''];
  const told = perWeek.toFixed(digits + 1);
  return [perWeek > 0 ? `+${told}` : told, p < 0.001 ? '<.001' : p.toFixed(3).replace(/^0/, '')];
}
