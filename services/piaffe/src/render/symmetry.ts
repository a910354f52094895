import type { SessionResult } from '@piaffe/aggregation/contract';
import type { Footnotes } from './footnotes.ts';
import { columns, flow, wrap } from './layout.ts';
import { metricCell, qualityMark } from './metric-cell.ts';
import { counted, dash } from './numbers.ts';
import type { Paint } from './style.ts';

const whatItIs =
  'How the two halves of each trot stride differ, on straight lines only. One sensor on the trunk cannot name the ' +
  'side (left or right) that a difference comes from.';

/** The two half-strides of straight trot compared. */
export function symmetry(result: SessionResult, width: number, paint: Paint, footnotes: Footnotes): string[] {
  const { score, minDiff, maxDiff, range } = result.metrics.symmetry;
  if (score.value === null) return wrap(`${dash} ${score.reason}`, width, 2);
  const strides = score.n === null ? '' : `, ${counted(score.n, 'stride')}`;
  const stretches = counted(result.symmetryPhases.length, 'straight stretch', 'straight stretches');
  const note = score.reason === null ? '' : footnotes.sign(score.reason);
  const value = paint('bold', score.value.toFixed(1));
  const rows = [
    ['lowest points (MinDiff)', metricCell(minDiff, 1, paint, footnotes, 'mm')],
    ['highest points (MaxDiff)', metricCell(maxDiff, 1, paint, footnotes, 'mm')],
    ['vertical range', metricCell(range, 1, paint, footnotes, 'mm')],
  ];
  return [
    ...flow(
      [`${value} of 10 ${qualityMark(score.quality, paint)}${note}`, stretches + strides],
      width,
      '   ',
    ),
    ...columns(rows, width),
    ...wrap(whatItIs, width).map((line) => paint('dim', line)),
  ];
}
