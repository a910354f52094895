import type { Section, Sections } from './butterworth.ts';

/**
 * Filters forward and backward: no phase shift, the amplitude response squared. Both ends are continued by their
 * point reflection (odd extension), and each pass starts in the steady state of its first value, so that neither a
 * level nor a slope rings at the ends. Equals scipy.signal.sosfiltfilt(sos, values).
 *
 * @param values n samples at a constant rate.
 * @returns n samples. The extension is 3 (2 sections + 1) samples (fewer for first-order sections); a signal not
 *   longer than that is extended by n - 1 samples, where scipy refuses it. An empty signal stays empty.
 */
export function filtfilt(sections: Sections, values: ArrayLike<number>): Float64Array {
  const n = values.length;
  if (n === 0) return new Float64Array(0);
  const edge = Math.min(extensionLength(sections), n - 1);
  const extended = new Float64Array(n + 2 * edge);
  for (let i = 0; i < n; i++) extended[edge + i] = values[i];
  for (let i = 1; i <= edge; i++) {
    extended[edge - i] = 2 * values[0] - values[i];
    extended[edge + n - 1 + i] = 2 * values[n - 1] - values[n - 1 - i];
  }
  filterFromSteadyState(sections, extended);
  extended.reverse();
  filterFromSteadyState(sections, extended);
  extended.reverse();
  return extended.slice(edge, edge + n);
}

function extensionLength(sections: Sections): number {
  const delays = Math.min(
    sections.filter((section) => section.b2 === 0).length,
    sections.filter((section) => section.a2 === 0).length,
  );
  return 3 * (2 * sections.length + 1 - delays);
}

/** Runs the cascade over `samples` in place, as if their first value had been there forever. */
function filterFromSteadyState(sections: Sections, samples: Float64Array): void {
  let level = samples[0];
  for (const section of sections) {
    filterSection(section, samples, level);
    level *= gainAtZero(section);
  }
}

function gainAtZero({ b0, b1, b2, a1, a2 }: Section): number {
  return (b0 + b1 + b2) / (1 + a1 + a2);
}

/** Transposed direct form II; the start is the state it has once an input of constant `level` has settled. */
function filterSection({ b0, b1, b2, a1, a2 }: Section, samples: Float64Array, level: number): void {
  const settled = (b1 - a1 * b0 + (b2 - a2 * b0)) / (1 + a1 + a2);
  let first = settled * level;
  let second = ((1 + a1) * settled - (b1 - a1 * b0)) * level;
  for (let i = 0; i < samples.length; i++) {
    const input = samples[i];
    const output = b0 * input + first;
    first = b1 * input - a1 * output + second;
    second = b2 * input - a2 * output;
    samples[i] = output;
  }
}
