import type uPlot from 'uplot';
import { locale } from '../../language/language.ts';
import type { Colours } from '../../pieces/use-colours.ts';
import type { Scale } from '../../ride/scales.ts';

/** Time below, the fixed scale at the left. A small chart shows the ends of its scale only. */
export function trendAxes(scale: Scale, colours: Colours, isLarge: boolean, timeZone: string): uPlot.Axis[] {
  const font = `${isLarge ? 12 : 11}px system-ui, sans-serif`;
  const marks = isLarge ? scale.marks : [scale.marks[0] ?? scale.from, scale.marks.at(-1) ?? scale.to];
  return [
    {
      stroke: colours.soft,
      font,
      size: isLarge ? 26 : 18,
      gap: 4,
      space: isLarge ? 70 : 60,
      grid: { show: false },
      ticks: { stroke: colours.line, size: 4, width: 1 },
      values: (_chart, instants, _axis, _space, step) =>
        instants.map((at) => dayText(at, step > 300 * 86_400, timeZone)),
    },
    {
      stroke: colours.soft,
      font,
      size: isLarge ? 44 : 34,
      gap: 5,
      grid: { stroke: colours.line, width: 1 },
      ticks: { show: false },
      splits: () => [...marks],
      values: (_chart, values) => values.map((value) => value.toLocaleString(locale)),
    },
  ];
}

function dayText(at: number, isYears: boolean, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = isYears
    ? { year: 'numeric' }
    : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(at * 1000));
}
