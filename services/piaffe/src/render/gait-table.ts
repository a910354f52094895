import { type Gait, type Metrics, movingGaits } from '@piaffe/aggregation/contract';
import { gaitDrawings } from './drawings.ts';
import type { Footnotes } from './footnotes.ts';
import { columns } from './layout.ts';
import { doubtMark, metricCell } from './metric-cell.ts';
import { clock, dash, percent } from './numbers.ts';
import type { Paint } from './style.ts';

type Gaits = Metrics['gaits'];

/** One row per gait that was ridden. */
export function gaitTable(gaits: Gaits, width: number, paint: Paint, footnotes: Footnotes): string[] {
  const heading = [
    ['', 'time', 'share', 'cadence', 'elevation', 'regularity', 'strides'],
    ['', '', '', 'per min', 'cm', 'of 10', ''],
  ].map((row) => row.map((cell) => paint('dim', cell)));
  const moving = movingGaits
    .filter((gait) => wasRidden(gaits, gait))
    .map((gait) => {
      const { cadence, elevation, regularity, strides } = gaits[gait];
      return [
        ...timeCells(gaits, gait, paint, footnotes),
        metricCell(cadence, 1, paint, footnotes),
        metricCell(elevation, 1, paint, footnotes),
        metricCell(regularity, 1, paint, footnotes),
        strides.value === null
          ? metricCell(strides, 0, paint, footnotes)
          : `${strides.value}${doubtMark([strides], paint, footnotes)}`,
      ];
    });
  const others = (gait: 'halt' | 'unknown') =>
    wasRidden(gaits, gait) ? [[...timeCells(gaits, gait, paint, footnotes), '', '', '', '']] : [];
  return columns([...heading, ...others('halt'), ...moving, ...others('unknown')], width);
}

export function wasRidden(gaits: Gaits, gait: Gait): boolean {
  return (gaits[gait].time.value ?? 0) > 0;
}

function timeCells(gaits: Gaits, gait: Gait, paint: Paint, footnotes: Footnotes): [string, string, string] {
  const { time, share } = gaits[gait];
  return [
    gaitDrawings[gait].name,
    time.value === null ? dash : clock(time.value) + doubtMark([time, share], paint, footnotes),
    share.value === null ? dash : percent(share.value),
  ];
}
