import type { Corrections } from '@piaffe/aggregation/contract';

/** A stretch in s of the ride; `to` is null where nobody knows the end. */
export interface Stretch {
  readonly from: number;
  readonly to: number | null;
}

/** In one order, to the millisecond; null when they correct nothing. The same corrections always are the same text. */
export function inOneForm({ segments, jumps }: Corrections): Corrections | null {
  const form: Corrections = {
    segments: segments
      .map(({ gait, from, to }) => ({ gait, from: toMilliseconds(from), to: toMilliseconds(to) }))
      .sort((a, b) => a.from - b.from),
    jumps: { added: instants(jumps.added), removed: instants(jumps.removed) },
  };
  const { added, removed } = form.jumps;
  return form.segments.length + added.length + removed.length === 0 ? null : form;
}

/** What of corrections lies in a stretch, in s from its beginning. */
export function cutTo({ segments, jumps }: Corrections, stretch: Stretch): Corrections {
  const to = stretch.to ?? Number.POSITIVE_INFINITY;
  // To the millisecond, as corrections are kept: an offset that was added up may be a hair beyond an instant that begins with it.
  const [begins, ends] = [toMilliseconds(stretch.from), toMilliseconds(to)];
  const within = (at: number) => toMilliseconds(at) >= begins && toMilliseconds(at) < ends;
  const shifted = (at: number) => toMilliseconds(at - stretch.from);
  return {
    segments: segments.flatMap(({ gait, ...segment }) => {
      const part = {
        gait,
        from: shifted(Math.max(segment.from, stretch.from)),
        to: shifted(Math.min(segment.to, to)),
      };
      return part.to > part.from ? [part] : [];
    }),
    jumps: {
      added: jumps.added.filter(within).map(shifted),
      removed: jumps.removed.filter(within).map(shifted),
    },
  };
}

/** To each recording of a ride, in order, what of the ride's corrections lies between its beginning and that of the next one. */
export function ofRecordings<Of extends { readonly offset: number }>(
  corrections: Corrections | null,
  recordings: readonly Of[],
): readonly (Of & { readonly corrections: Corrections })[] {
  return recordings.map((recording, number) => ({
    ...recording,
    corrections: cutTo(corrections ?? none, {
      from: recording.offset,
      to: recordings[number + 1]?.offset ?? null,
    }),
  }));
}

/**
 * Back again: what is said about recordings, in order, as said about the ride. Where one ends a little behind the beginning of
 * the next, stretches are cut there.
 */
export function joined(
  recordings: readonly { readonly corrections: Corrections; readonly offset: number }[],
): Corrections | null {
  const all: Corrections = { segments: [], jumps: { added: [], removed: [] } };
  for (const [number, { corrections, offset }] of recordings.entries()) {
    const next = recordings[number + 1];
    const { segments } = cutTo(corrections, { from: 0, to: next ? next.offset - offset : null });
    const { jumps } = corrections;
    all.segments.push(
      ...segments.map(({ gait, from, to }) => ({ gait, from: from + offset, to: to + offset })),
    );
    all.jumps.added.push(...jumps.added.map((at) => at + offset));
    all.jumps.removed.push(...jumps.removed.map((at) => at + offset));
  }
  return inOneForm(all);
}

/** More than the contract of aggregation takes. */
export const areTooMany = ({ segments, jumps }: Corrections) =>
  segments.length > 1000 || jumps.added.length > 500 || jumps.removed.length > 500;

const none: Corrections = { segments: [], jumps: { added: [], removed: [] } };

const instants = (all: readonly number[]) => [...new Set(all.map(toMilliseconds))].sort((a, b) => a - b);

/** Never -0: the same text is the same corrections. */
const toMilliseconds = (at: number) => Math.round(at * 1000) / 1000 + 0;
