import type { Note } from '@piaffe/client';

interface Shown {
  readonly algorithm: { readonly parameters: object };
  readonly recording: { readonly durationSeconds: number };
}

/**
 * s from the first sample of the recording to the first one that is shown: a trimmed result counts from where it begins,
 * notes and trims count from the recording's own beginning.
 */
export function offsetOf({ algorithm }: Pick<Shown, 'algorithm'>): number {
  const { trim } = algorithm.parameters as { readonly trim?: { readonly from: number } | null };
  return trim?.from ?? 0;
}

export interface Pin {
  readonly id: string;
  /** s, as shown. */
  readonly at: number;
  readonly text: string;
}

/** The notes that are about an instant of what is shown. */
export function pinsOf(notes: readonly Note[], result: Shown): Pin[] {
  const offset = offsetOf(result);
  return notes.flatMap(({ id, at, text }) => {
    if (at === null) return [];
    const shown = at - offset;
    return shown < 0 || shown > result.recording.durationSeconds ? [] : [{ id, at: shown, text }];
  });
}
