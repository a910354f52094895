import { RealFft } from './fft.ts';
import { mean } from './statistics.ts';

/**
 * Autocorrelation of `values` with their mean removed, for lags of 0 ... maxLag samples; lag 0 is 1. Computed as the
 * transform of the power spectrum (Wiener-Khinchin) with enough zeros that nothing wraps around.
 *
 * @param options.unbiased divide each lag by the number of products in it rather than by n: a periodic signal then
 *   keeps its height at long lags, which become noisier.
 * @returns maxLag + 1 numbers, all NaN when the values do not vary.
 * @throws RangeError when `maxLag` is not an integer from 0 to n - 1.
 */
export function autocorrelation(
  values: ArrayLike<number>,
  maxLag: number,
  options: { readonly unbiased?: boolean } = {},
): Float64Array {
  const n = values.length;
  if (!(Number.isInteger(maxLag) && maxLag >= 0 && maxLag < n)) {
    throw new RangeError(`${n} values have no lag of ${maxLag}`);
  }
  const result = new Float64Array(maxLag + 1);
  if (!varies(values)) return result.fill(Number.NaN);

  const fft = fftOfAtLeast(n + maxLag);
  const half = fft.size / 2;
  const signal = new Float64Array(fft.size);
  const spectrum = new Float64Array(half + 1);
  const unused = new Float64Array(half + 1);
  const centre = mean(values);
  for (let i = 0; i < n; i++) signal[i] = values[i] - centre;
  fft.power(signal, spectrum);
  // The power spectrum is real and even: transforming it forward is transforming it back.
  for (let k = 0; k <= half; k++) signal[k] = spectrum[k];
  for (let k = 1; k < half; k++) signal[fft.size - k] = spectrum[k];
  fft.forward(signal, spectrum, unused);
  const energy = spectrum[0];
  for (let lag = 0; lag <= maxLag; lag++) {
    const weight = options.unbiased ? n / (n - lag) : 1;
    result[lag] = (spectrum[lag] / energy) * weight;
  }
  return result;
}

function varies(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return true;
  return false;
}

/** Transforms of window length are used again and again; longer ones are not worth their memory. */
const LARGEST_KEPT = 8192;
const kept = new Map<number, RealFft>();

function fftOfAtLeast(length: number): RealFft {
  const size = Math.max(2, 2 ** Math.ceil(Math.log2(length)));
  const known = kept.get(size);
  if (known) return known;
  const fft = new RealFft(size);
  if (size <= LARGEST_KEPT) kept.set(size, fft);
  return fft;
}
