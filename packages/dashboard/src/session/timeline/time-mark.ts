/** The instant one points at, and the one that was marked by a click or a key; both in s from the first sample. */
export interface TimeMark {
  readonly pointed: number | null;
  readonly marked: number | null;
}

/** What the strip, the charts and the notes share about where one is in the ride. */
export function createTimeMark() {
  let mark: TimeMark = { pointed: null, marked: null };
  const listeners = new Set<() => void>();
  function change(next: TimeMark): void {
    if (next.pointed === mark.pointed && next.marked === mark.marked) return;
    mark = next;
    for (const listener of listeners) listener();
  }
  return {
    get: () => mark,
    /** Where to read values: where one points, else where one marked. */
    at: () => mark.pointed ?? mark.marked,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    point: (pointed: number | null) => change({ ...mark, pointed }),
    mark: (marked: number | null) => change({ ...mark, marked }),
  };
}

export type TimeMarkStore = ReturnType<typeof createTimeMark>;
