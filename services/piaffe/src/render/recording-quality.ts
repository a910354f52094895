import type { SessionResult } from '@piaffe/aggregation/contract';
import { wrap } from './layout.ts';
import { counted, percent } from './numbers.ts';

type QualityReport = SessionResult['quality'];

/** What was wrong with the recording and survived, in words; one item per finding. */
export function recordingQuality(quality: QualityReport, width: number): string[] {
  const found = [...findings(quality), ...quality.notes];
  const usable = `${percent(quality.usableShare)} of it usable`;
  if (found.length === 0) return [`${usable}, nothing unusual`];
  return [usable, ...found.flatMap((finding) => wrap(`- ${finding}`, width, 2))];
}

function findings({
  gaps,
  saturatedShare,
  nonMonotonicCount,
  duplicateCount,
  nanCount,
}: QualityReport): string[] {
  const lengths = gaps.map(({ from, to }) => to - from);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const gapText = `${counted(gaps.length, 'gap')} without samples: ${total.toFixed(1)} s in all, the longest ${Math.max(...lengths).toFixed(1)} s`;
  const rows = (count: number) => counted(count, 'row');
  return [
    ...(gaps.length > 0 ? [gapText] : []),
    ...(saturatedShare > 0
      ? [`${percent(saturatedShare)} of the samples at the end of the sensor's range`]
      : []),
    ...(nonMonotonicCount > 0 ? [`${rows(nonMonotonicCount)} with time running backwards, left out`] : []),
    ...(duplicateCount > 0 ? [`${rows(duplicateCount)} repeating the time before, left out`] : []),
    ...(nanCount > 0 ? [`${rows(nanCount)} with a missing number, left out`] : []),
  ];
}
