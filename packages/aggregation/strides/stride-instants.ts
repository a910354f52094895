import type { Span } from '@piaffe/recordings';
import type { VerticalPosition } from './vertical-position.ts';

/**
 * The instants (s) at which strides begin within a span of time, each at the same phase of the movement: where the trunk sinks
 * through its mean height. Strides follow one another without a break; a two-beat gait keeps its half-strides in order.
 *
 * The vertical position is demodulated at `beats` times the stride frequency and averaged over one stride (which removes
 * every other harmonic of it); the phase left over corrects the one expected.
 *
 * @param beats vertical oscillations per stride: 2 at walk and trot, 1 at canter and gallop
 * @param strideHz stride frequency in Hz at an instant (s)
 */
export function strideInstants(
  position: VerticalPosition,
  rateHz: number,
  span: Span,
  beats: 1 | 2,
  strideHz: (at: number) => number,
): number[] {
  const n = position.metres.length;
  const expected = new Float64Array(n);
  for (let i = 1; i < n; i++)
    expected[i] = expected[i - 1] + (2 * Math.PI * beats * strideHz((position.first + i) / rateHz)) / rateHz;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    re[i] = position.metres[i] * Math.cos(expected[i]);
    im[i] = -position.metres[i] * Math.sin(expected[i]);
  }
  const middle = (span.from + span.to) / 2;
  const width = Math.max(3, Math.round(rateHz / strideHz(middle)));
  const phase = unwrappedPhase(averaged(re, width), averaged(im, width));
  for (let i = 0; i < n; i++) phase[i] += expected[i];
  return crossings(phase, position.first, rateHz, span, beats);
}

function crossings(phase: Float64Array, first: number, rateHz: number, span: Span, beats: number): number[] {
  const cycle = 2 * Math.PI * beats;
  const sinking = Math.PI / 2;
  const instants: number[] = [];
  const begin = Math.max(0, Math.ceil(span.from * rateHz) - first);
  const end = Math.min(phase.length - 1, Math.floor(span.to * rateHz) - first);
  let turn = Math.ceil((phase[begin] - sinking) / cycle);
  for (let i = begin; i < end; i++) {
    const target = sinking + turn * cycle;
    if (phase[i + 1] < target || phase[i] > target) continue;
    const fraction = (target - phase[i]) / (phase[i + 1] - phase[i] || 1);
    instants.push((first + i + fraction) / rateHz);
    turn++;
  }
  return instants;
}

/** Running mean over `width` samples by cumulative sums; shorter at the ends. */
function averaged(values: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  const half = width >> 1;
  return values.map((_, i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(values.length, i - half + width);
    return (sums[to] - sums[from]) / (to - from);
  });
}

function unwrappedPhase(re: Float64Array, im: Float64Array): Float64Array {
  const phase = new Float64Array(re.length);
  for (let i = 0; i < re.length; i++) {
    phase[i] = Math.atan2(im[i], re[i]);
    if (i > 0) phase[i] -= 2 * Math.PI * Math.round((phase[i] - phase[i - 1]) / (2 * Math.PI));
  }
  return phase;
}
