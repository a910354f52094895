import { type Metrics, movingGaits } from '@piaffe/aggregation/contract';
import type { Terminal } from '../terminal.ts';
import { wasRidden } from './gait-table.ts';
import { gaitDrawings } from './gaits.ts';
import { columns, headingCells, wrap } from './layout.ts';
import { clock, dash, percent } from './numbers.ts';
import type { Paint } from './style.ts';

const reins = ['left', 'straight', 'right'] as const;

/** How the moving time divides over the reins, as a bar, then per gait. */
export function reinTable(metrics: Metrics, { width }: Terminal, paint: Paint): string[] {
  const shares = reins.map((rein) => metrics.reins[rein].share);
  const [missing] = shares.filter((share) => share.value === null);
  if (missing !== undefined) return wrap(`${dash} ${missing.reason}`, width - headingCells, 2);
  const ridden = movingGaits.filter((gait) => wasRidden(metrics.gaits, gait));
  const rows = [
    ['', ...reins.map((rein) => paint('dim', rein))],
    ['all gaits', ...reins.map((rein) => clockAndShare(metrics.reins[rein]))],
    ...ridden.map((gait) => [
      gaitDrawings[gait].name,
      ...reins.map((rein) => timeOnly(metrics.gaitByRein[gait][rein].time.value)),
    ]),
  ];
  const [left, straight, right] = shares.map((share) => share.value!) as [number, number, number];
  return [balanceBar(left, straight, right, width - headingCells), ...columns(rows)];
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

function clockAndShare({ time, share }: Metrics['reins']['left']): string {
  return `${timeOnly(time.value)} (${percent(share.value ?? 0)})`;
}

function timeOnly(seconds: number | null): string {
  return seconds === null ? dash : clock(seconds);
}
