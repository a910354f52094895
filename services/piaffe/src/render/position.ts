import { type Metrics, movingGaits } from '@piaffe/aggregation/contract';
import { gaitDrawings } from './drawings.ts';
import type { Footnotes } from './footnotes.ts';
import { columns, flow } from './layout.ts';
import { metricCell } from './metric-cell.ts';
import type { Paint } from './style.ts';

/** Distance, climb and energy, then the speed in each gait; nothing where no position was recorded. */
export function position(
  { position: { distance, climb, gaits }, energy: { perKilogram } }: Metrics,
  width: number,
  paint: Paint,
  footnotes: Footnotes,
): string[] {
  if (distance.value === null) return [];
  const ridden = movingGaits.filter((gait) => gaits[gait].speed.value !== null);
  const rows = [
    ['', 'm', 'm/min'].map((cell) => paint('dim', cell)),
    ...ridden.map((gait) => [
      gaitDrawings[gait].name,
      metricCell(gaits[gait].distance, 0, paint, footnotes),
      metricCell(gaits[gait].speed, 0, paint, footnotes),
    ]),
  ];
  return [
    ...flow(
      [
        `${metricCell(distance, 0, paint, footnotes, 'm')}`,
        `climb ${metricCell(climb, 0, paint, footnotes, 'm')}`,
        `energy ${metricCell(perKilogram, 1, paint, footnotes, 'kJ/kg')}`,
      ],
      width,
      '   ',
    ),
    ...(ridden.length > 0 ? columns(rows, width) : []),
  ];
}
