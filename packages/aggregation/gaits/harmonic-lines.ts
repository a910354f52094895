import { lineShare, type Spectrum } from './window-spectra.ts';

const harmonics = 6;

/**
 * Shares of a spectrum's energy in the lines at the multiples of half a stride frequency: `halves[j]` at j f / 2. The even
 * ones are the harmonics of the stride, the odd ones lie between them.
 */
export type HarmonicLines = Float64Array;

export function harmonicLines(): HarmonicLines {
  return new Float64Array(2 * harmonics + 1);
}

/** Fills `lines` for a spectrum and a stride frequency in Hz. */
export function readLines(lines: HarmonicLines, spectrum: Spectrum, strideHz: number): void {
  for (let j = 1; j < lines.length; j++) lines[j] = lineShare(spectrum, (j * strideHz) / 2);
}

/** Energy on the first `count` harmonics of the stride. */
export function onHarmonics(lines: HarmonicLines, count = harmonics): number {
  let sum = 0;
  for (let j = 2; j <= 2 * count; j += 2) sum += lines[j];
  return sum;
}

/** Energy between the harmonics of the stride. */
export function betweenHarmonics(lines: HarmonicLines): number {
  let sum = 0;
  for (let j = 1; j < lines.length; j += 2) sum += lines[j];
  return sum;
}

/** Share of the energy on the six harmonics that sits on the odd ones. */
export function oddShare(lines: HarmonicLines): number {
  const odd = lines[2] + lines[6] + lines[10];
  return shareOf(odd, lines[4] + lines[8] + lines[12]);
}

/** The same for the harmonics of half the stride frequency: what a gait of one beat a stride has not. */
export function oddShareOfHalf(lines: HarmonicLines): number {
  return shareOf(lines[1] + lines[3] + lines[5], lines[2] + lines[4] + lines[6]);
}

function shareOf(part: number, rest: number): number {
  return part + rest > 0 ? part / (part + rest) : 0;
}
