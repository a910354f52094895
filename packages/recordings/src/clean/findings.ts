import { type Note, urgent } from '../note.ts';
import type { RawRows } from '../text/read-table.ts';
import type { Coverage } from './gaps.ts';
import type { Saturation } from './saturation.ts';

/** Shares (0-1) above which uneven steps and held values are worth a word. */
const IRREGULAR_SHARE = 0.05;
const HELD_SHARE = 0.05;

const percent = (share: number) => `${Number((share * 100).toPrecision(2))} %`;
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Share (0-1) of samples with the values of the sample before. */
export function measureHeld(channels: readonly Float32Array[]): number {
  const n = channels[0]!.length;
  let held = 0;
  for (let i = 1; i < n; i++) {
    let same = true;
    for (let channel = 0; same && channel < channels.length; channel++) {
      same = channels[channel]![i] === channels[channel]![i - 1];
    }
    if (same) held++;
  }
  return held / (n - 1);
}

/** When fewer rows could be used than were lost for their faults: that everything rests on a part of the recording. */
export function describeLoss(kept: number, lost: number): Note[] {
  if (kept >= lost) return [];
  return [
    urgent(
      `Only ${kept} of ${kept + lost} rows could be used, so all results rest on less than half of the recording; export it again, or see in these notes what is wrong with the other rows.`,
    ),
  ];
}

/** What was measured on the finished samples, and lost on the way there, in sentences. */
export function describeFindings(
  coverage: Coverage,
  saturation: Saturation,
  heldShare: number,
  rows: Pick<RawRows, 'unreadableCount' | 'firstUnreadableLine' | 'truncatedLine' | 'tornLine'>,
): string[] {
  const notes: string[] = [];
  const { gaps, irregularShare } = coverage;
  if (irregularShare > IRREGULAR_SHARE) {
    notes.push(
      `The time stamps are irregular: ${percent(irregularShare)} of the steps differ by more than half from the typical one; the stamps are used, not the nominal rate.`,
    );
  }
  if (gaps.length > 0) {
    const longest = gaps.reduce((most, gap) => Math.max(most, gap.to - gap.from), 0);
    notes.push(`${counted(gaps.length, 'gap')} without samples, the longest of ${longest.toFixed(2)} s.`);
  }
  if (saturation.clippedAt !== null) {
    notes.push(
      `The accelerometer's range ends at ${saturation.clippedAt.toFixed(2)} g: ${percent(saturation.share)} of the samples are cut off there.`,
    );
  }
  if (heldShare > HELD_SHARE) {
    notes.push(
      `${percent(heldShare)} of the samples repeat the values before at a new time: the sensor is slower than the file.`,
    );
  }
  if (rows.unreadableCount > 0) {
    notes.push(
      `${counted(rows.unreadableCount, 'row')} with a missing or non-numeric value, or one too many (the first at line ${rows.firstUnreadableLine}) left out.`,
    );
  }
  if (rows.tornLine > 0) {
    notes.push(`The first line (${rows.tornLine}) is only the end of a row and was left out.`);
  }
  if (rows.truncatedLine > 0) {
    notes.push(`The last line (${rows.truncatedLine}) breaks off in the middle and was left out.`);
  }
  return notes;
}
