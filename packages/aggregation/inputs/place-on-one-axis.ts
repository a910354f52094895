import { Failure } from '@piaffe/kernel';
import { secondsSince1970 } from './instant.ts';
import type { Input } from './read-inputs.ts';

/** A recording on the time axis of the ride: in s from the first sample of the earliest. */
export interface Placed {
  readonly input: Input;
  readonly from: number;
  readonly to: number;
  /** Later than `from` where the recording before reaches into this one a little. */
  readonly countsFrom: number;
}

/** s. A sensor that begins a new file may repeat what ended the old one, and clocks are set. */
const longestOverlap = 1;
const longestRideHours = 12;

/**
 * The recordings of one ride in the order of their start. One alone needs none.
 * @param count of all files given, for what is told of them
 * @throws Failure `recordings-not-mergeable`
 */
export function placeOnOneAxis(
  inputs: readonly Input[],
  count = inputs.length,
): readonly [Placed, ...Placed[]] {
  const starts = inputs.length === 1 ? [0] : inputs.map((input) => startOf(input, count));
  const first = Math.min(...starts);
  const inOrder = inputs
    .map((input, i) => ({ input, from: starts[i] - first }))
    .sort((a, b) => a.from - b.from);
  const placed: Placed[] = [];
  for (const { input, from } of inOrder) {
    const to = from + input.recording.durationSeconds;
    const before = placed.at(-1);
    if (before && before.to > from) refuseOverlap(before, { input, from, to });
    placed.push({ input, from, to, countsFrom: Math.max(from, before?.to ?? 0) });
  }
  const [earliest, ...others] = placed as [Placed, ...Placed[]];
  const latest = others.at(-1);
  if (latest && latest.to > longestRideHours * 3600) throw tooFarApart(earliest, latest);
  return [earliest, ...others];
}

export function refuseRepeated(inputs: readonly Input[]): void {
  for (const [i, { number, sha256 }] of inputs.entries()) {
    const same = inputs.slice(0, i).find((other) => other.sha256 === sha256);
    if (same)
      throw notMergeable(`Recordings ${same.number} and ${number} are the same file; leave one of them out.`);
  }
}

/** s since 1970. */
export function startOf({ number, recording: { startedAt } }: Input, count: number): number {
  const start = startedAt === null ? null : secondsSince1970(startedAt);
  if (start !== null) return start;
  throw notMergeable(
    `Recording ${number} of ${count} does not say when it began, so its place beside the others is not known; say when it started.`,
  );
}

function refuseOverlap(before: Placed, after: Omit<Placed, 'countsFrom'>): void {
  const [a, b] = [before.input.number, after.input.number].sort((x, y) => x - y);
  const overlap = Math.min(before.to, after.to) - after.from;
  if (overlap <= longestOverlap && after.to > before.to + longestOverlap) return;
  throw notMergeable(
    `Recordings ${a} and ${b} overlap by ${overlap.toFixed(1)} s, and one horse makes one of them at a time; check when each started, or leave one out.`,
  );
}

function tooFarApart(first: Placed, last: Placed): Failure {
  const hours = Math.round(last.to / 3600);
  return notMergeable(
    `Recording ${first.input.number} begins ${hours} hours before recording ${last.input.number} ends, and one ride lasts ${longestRideHours} hours at most; check when each started, or keep them apart.`,
  );
}

export function notMergeable(detail: string): Failure {
  return new Failure('recordings-not-mergeable', { detail });
}
