import type { SessionResult } from '@piaffe/aggregation/contract';
import type { Footnotes } from './footnotes.ts';
import { columns, wrap } from './layout.ts';
import { metricCell, qualityMark } from './metric-cell.ts';
import { counted, dash } from './numbers.ts';
import type { Paint } from './style.ts';

const whatItIs =
  'The two halves of each trot stride, on straight lines only. One sensor on the trunk cannot name the side ' +
  '(left or right) that a difference comes from.';

/** The two half-strides of straight trot compared. */
export function symmetry(result: SessionResult, width: number, paint: Paint, footnotes: Footnotes): string[] {
  const { score, minDiff, maxDiff, range } = result.metrics.symmetry;
  if (score.value === null) return wrap(`${dash} ${score.reason}`, width, 2);
  const strides = score.n === null ? '' : `, ${counted(score.n, 'stride')}`;
  const stretches = counted(result.symmetryPhases.length, 'straight stretch', 'straight stretches');
  const note = score.reason === null ? '' : footnotes.sign(score.reason);
  const rows = [
    ['lowest points differ by (MinDiff)', metricCell(minDiff, 1, paint, footnotes, 'mm')],
    ['highest points differ by (MaxDiff)', metricCell(maxDiff, 1, paint, footnotes, 'mm')],
    ['vertical range', metricCell(range, 1, paint, footnotes, 'mm')],
  ];
  return [
    `${paint('bold', score.value.toFixed(1))} of 10 ${qualityMark(score.quality, paint)}${note}   ${stretches}${strides}`,
    ...columns(rows),
    ...wrap(whatItIs, width).map((line) => paint('dim', line)),
  ];
}
