/** Rows that were left out, and the first of those beyond a limit; -1 when there is none. */
export interface LeftOut {
  readonly missing: number;
  readonly beyond: number;
  readonly firstBeyond: number;
}

/** Marks rows in use with a missing number, or one beyond +-`most`, as left out (0 in `keep`). */
export function leaveOutBeyond(channels: readonly Float32Array[], most: number, keep: Uint8Array): LeftOut {
  let missing = 0;
  let beyond = 0;
  let firstBeyond = -1;
  for (let row = 0; row < keep.length; row++) {
    if (!keep[row]) continue;
    let isMissing = false;
    let isBeyond = false;
    for (const channel of channels) {
      const value = channel[row]!;
      if (Number.isNaN(value)) isMissing = true;
      else if (value > most || value < -most) isBeyond = true;
    }
    if (!isMissing && !isBeyond) continue;
    keep[row] = 0;
    if (isMissing) missing++;
    else if (beyond++ === 0) firstBeyond = row;
  }
  return { missing, beyond, firstBeyond };
}

/** The numbers of the rows in use, in order. */
export function compact<Numbers extends Float32Array | Float64Array>(
  values: Numbers,
  keep: Uint8Array,
  kept: number,
): Numbers {
  if (kept === values.length) return values;
  let at = 0;
  for (let row = 0; row < values.length; row++) if (keep[row]) values[at++] = values[row]!;
  return values.slice(0, kept) as Numbers;
}
