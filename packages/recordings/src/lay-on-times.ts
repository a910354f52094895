import { longestStep } from './clean/gaps.ts';
import { typicalStep } from './clean/time-unit.ts';
import type { Columns } from './text/columns.ts';
import type { RawRows } from './text/read-table.ts';

/**
 * Channels of one clock at the times of another, both in units of `factor` seconds: linear between two samples, held at
 * most one gap's length before the first and after the last, and NaN within gaps and beyond.
 */
export function layOnTimes(onto: Float64Array, from: Columns, factor: number): Float32Array[] {
  const { time, channels } = inOrderOfTime(from);
  const longest = longestStep(typicalStep(time) * factor) / factor;
  const laid = channels.map(() => new Float32Array(onto.length).fill(Number.NaN));
  const last = time.length - 1;
  if (last < 0) return laid;
  let next = 0;
  for (let i = 0; i < onto.length; i++) {
    const at = onto[i]!;
    // Stamps mostly go forward by little; where they do not, the place is searched for.
    if (next > 0 && time[next - 1]! >= at) next = firstFrom(time, at);
    while (next <= last && time[next]! < at) next++;
    const before = next <= last && time[next] === at ? next : next - 1;
    const after = Math.min(next, last);
    const a = before < 0 ? after : before;
    const isNear =
      before < 0
        ? time[after]! - at <= longest
        : next > last
          ? at - time[last]! <= longest
          : time[after]! - time[a]! <= longest;
    if (!isNear) continue;
    const share = before < 0 || a === after ? 0 : (at - time[a]!) / (time[after]! - time[a]!);
    for (let channel = 0; channel < channels.length; channel++) {
      const values = channels[channel]!;
      laid[channel]![i] = share === 0 ? values[a]! : values[a]! + share * (values[after]! - values[a]!);
    }
  }
  return laid;
}

/** First of the sorted times that is not before `at`. */
function firstFrom(time: Float64Array, at: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrderOfTime({ time, channels }: Columns): Pick<Columns, 'time' | 'channels'> {
  if (time.every((at, i) => i === 0 || at > time[i - 1]!)) return { time, channels };
  const order = [...time.keys()].sort((a, b) => time[a]! - time[b]!);
  const kept = order.filter((row, i) => i === 0 || time[row]! > time[order[i - 1]!]!);
  return {
    time: Float64Array.from(kept, (row) => time[row]!),
    channels: channels.map((channel) => Float32Array.from(kept, (row) => channel[row]!)),
  };
}

/** The rows without those where a channel has no number, which count as unreadable. */
export function withoutHoles(rows: RawRows): RawRows {
  const kept: number[] = [];
  for (let row = 0; row < rows.rows; row++)
    if (rows.channels.every((channel) => !Number.isNaN(channel[row]!))) kept.push(row);
  if (kept.length === rows.rows) return rows;
  return {
    ...rows,
    rows: kept.length,
    time: Float64Array.from(kept, (row) => rows.time[row]!),
    channels: rows.channels.map((channel) => Float32Array.from(kept, (row) => channel[row]!)),
    placeOf: (row) => rows.placeOf(kept[row]!),
    unreadableCount: rows.unreadableCount + rows.rows - kept.length,
  };
}
