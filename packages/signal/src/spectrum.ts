import { RealFft } from './fft.ts';
import { mean } from './statistics.ts';

/** Power per frequency: `density[k]` in (unit of the values)^2 / Hz at `frequencyHz[k]`, from 0 to half the sample rate. */
export interface Spectrum {
  readonly frequencyHz: Float64Array;
  readonly density: Float64Array;
}

/** Hann window of n weights, periodic as for spectra: 0.5 - 0.5 cos(2 pi i / n) (scipy.signal.get_window('hann', n)). */
export function hann(n: number): Float64Array {
  const window = new Float64Array(n);
  for (let i = 0; i < n; i++) window[i] = n === 1 ? 1 : 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / n);
  return window;
}

/**
 * One-sided power spectral density of the whole signal, its mean removed; zeros fill it up to the next power of two.
 * Equals scipy.signal.periodogram(values, rate, window, nfft=next power of two).
 *
 * @param options.window one weight per value; all 1 by default.
 * @throws RangeError when there are no values, or not one weight for each.
 */
export function periodogram(
  values: ArrayLike<number>,
  sampleRateHz: number,
  options: { readonly window?: ArrayLike<number> } = {},
): Spectrum {
  const window = options.window ?? new Float64Array(values.length).fill(1);
  if (window.length !== values.length) {
    throw new RangeError(`${window.length} window weights do not fit ${values.length} values`);
  }
  return averagedSpectrum(values, sampleRateHz, window, 1);
}

/**
 * One-sided power spectral density as the mean over half-overlapping segments under a Hann window, each with its mean
 * removed (Welch 1967). Equals scipy.signal.welch(values, rate, nperseg=segmentLength, nfft=next power of two).
 *
 * @param options.segmentLength samples per segment, a positive integer; a shorter signal is one segment.
 * @throws RangeError when there are no values or the segment length is not a positive integer.
 */
export function welch(
  values: ArrayLike<number>,
  sampleRateHz: number,
  options: { readonly segmentLength: number },
): Spectrum {
  if (!(Number.isInteger(options.segmentLength) && options.segmentLength > 0)) {
    throw new RangeError(`the segment length must be a positive integer, not ${options.segmentLength}`);
  }
  const length = Math.min(options.segmentLength, values.length);
  return averagedSpectrum(values, sampleRateHz, hann(length), length - Math.floor(length / 2));
}

function averagedSpectrum(
  values: ArrayLike<number>,
  sampleRateHz: number,
  window: ArrayLike<number>,
  hop: number,
): Spectrum {
  const length = window.length;
  if (length === 0) throw new RangeError('a spectrum needs at least one value');
  const fft = new RealFft(powerOfTwoFrom(length));
  const bins = fft.size / 2 + 1;
  const segment = new Float64Array(length);
  const power = new Float64Array(bins);
  const density = new Float64Array(bins);
  let segments = 0;
  for (let start = 0; start + length <= values.length; start += hop, segments++) {
    for (let i = 0; i < length; i++) segment[i] = values[start + i];
    const centre = mean(segment);
    for (let i = 0; i < length; i++) segment[i] = (segment[i] - centre) * window[i];
    fft.power(segment, power);
    for (let k = 0; k < bins; k++) density[k] = density[k] + power[k];
  }
  let windowPower = 0;
  for (let i = 0; i < length; i++) windowPower += window[i] ** 2;
  const scale = 1 / (sampleRateHz * windowPower * segments);
  const frequencyHz = new Float64Array(bins);
  for (let k = 0; k < bins; k++) {
    frequencyHz[k] = (k * sampleRateHz) / fft.size;
    // The frequencies below zero are folded onto those above; 0 and half the sample rate have no partner.
    density[k] = density[k] * (k === 0 || k === bins - 1 ? scale : 2 * scale);
  }
  return { frequencyHz, density };
}

function powerOfTwoFrom(length: number): number {
  return Math.max(2, 2 ** Math.ceil(Math.log2(length)));
}
