import { type Metric, type Metrics, movingGaits } from '@piaffe/aggregation/contract';
import type { Terminal } from '../terminal.ts';
import { gaitDrawings } from './drawings.ts';
import type { Footnotes } from './footnotes.ts';
import { wasRidden } from './gait-table.ts';
import { columns, headingCells, wrap } from './layout.ts';
import { doubtMark } from './metric-cell.ts';
import { clock, dash, percent } from './numbers.ts';
import type { Paint } from './style.ts';

const reins = ['left', 'straight', 'right'] as const;

/** How the moving time divides over the reins, as a bar, then per gait. */
export function reinTable(
  metrics: Metrics,
  { width }: Terminal,
  paint: Paint,
  footnotes: Footnotes,
): string[] {
  const shares = reins.map((rein) => metrics.reins[rein].share);
  const [missing] = shares.filter((share) => share.value === null);
  if (missing !== undefined) return wrap(`${dash} ${missing.reason}`, width - headingCells, 2);
  const ridden = movingGaits.filter((gait) => wasRidden(metrics.gaits, gait));
  const rows = [
    ['', ...reins.map((rein) => paint('dim', rein))],
    ['all gaits', ...reins.map((rein) => clockAndShare(metrics.reins[rein], paint, footnotes))],
    ...ridden.map((gait) => [
      gaitDrawings[gait].name,
      ...reins.map((rein) => timeCell(metrics.gaitByRein[gait][rein].time, paint, footnotes)),
    ]),
  ];
  const [left, straight, right] = shares.map((share) => share.value!) as [number, number, number];
  return [balanceBar(left, straight, right, width - headingCells), ...columns(rows, width - headingCells)];
}

/** The three reins side by side on one line, each as long as its share. */
export function balanceBar(left: number, straight: number, right: number, width: number): string {
  const labels = [`left ${percent(left)} `, ` right ${percent(right)}`] as const;
  const cells = Math.min(width, 72) - labels[0].length - labels[1].length;
  const leftCells = Math.round(left * cells);
  const rightCells = Math.min(Math.round(right * cells), cells - leftCells);
  const between = straight > 0 ? '-' : '';
  return (
    labels[0] +
    '<'.repeat(leftCells) +
    between.repeat(cells - leftCells - rightCells) +
    '>'.repeat(rightCells) +
    labels[1]
  );
}

function clockAndShare(
  { time, share }: Metrics['reins']['left'],
  paint: Paint,
  footnotes: Footnotes,
): string {
  return `${clock(time.value ?? 0)} (${percent(share.value ?? 0)})${doubtMark([time, share], paint, footnotes)}`;
}

function timeCell(time: Metric, paint: Paint, footnotes: Footnotes): string {
  return time.value === null ? dash : clock(time.value) + doubtMark([time], paint, footnotes);
}
