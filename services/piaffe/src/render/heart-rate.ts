import type { Metrics } from '@piaffe/aggregation/contract';
import type { Footnotes } from './footnotes.ts';
import { columns, flow, wrap } from './layout.ts';
import { metricCell } from './metric-cell.ts';
import { clock, dash } from './numbers.ts';
import type { Paint } from './style.ts';

const zones = [
  ['z1', 'under 110'],
  ['z2', '110-130'],
  ['z3', '130-150'],
  ['z4', '150-180'],
  ['z5', '180 and more'],
] as const;

/** Mean, highest, time in zones and recovery; nothing where no heart rate was recorded. */
export function heartRate(
  { mean, max, zones: times, recovery }: Metrics['heartRate'],
  width: number,
  paint: Paint,
  footnotes: Footnotes,
): string[] {
  if (mean.value === null) return [];
  const rows = [
    ['bpm', ...zones.map(([, range]) => paint('dim', range))],
    ['time', ...zones.map(([zone]) => clock(times[zone].value ?? 0))],
  ];
  const back = recovery.value === null ? `${dash} ${recovery.reason}` : clock(recovery.value);
  return [
    ...flow(
      [`mean ${metricCell(mean, 0, paint, footnotes)}`, `highest ${metricCell(max, 0, paint, footnotes)}`],
      width,
      '   ',
    ),
    ...columns(rows, width),
    ...wrap(`from 130 to 64 bpm: ${back}`, width, 2),
  ];
}
