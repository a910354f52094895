import { butterworth, filtfilt, hann, RealFft } from '@piaffe/signal';
import type { Motion } from '../motion/motion.ts';

/** Window length: three strides of the slowest walk (0.55 Hz) or more of everything else. */
export const windowSeconds = 5;
export const hopSeconds = 0.5;

const rateHz = 25;
const fftSize = 512;
const bandHz = { from: 0.4, to: 9 } as const;
const binHz = rateHz / fftSize;
const fromBin = Math.ceil(bandHz.from / binHz);
const toBin = Math.floor(bandHz.to / binHz);
/** The main lobe of a Hann window holds 1.5 bins of its peak power. */
const lineWidthBins = (1.5 * fftSize) / (windowSeconds * rateHz);

/** One channel of one window: where its energy sits. */
export interface Spectrum {
  /** Power per bin of `binHz`, up to `bandHz.to`. */
  readonly power: Float64Array;
  /** Sum of `power` inside the band. */
  total: number;
}

/** The spectra of one window; reused from window to window. */
export interface WindowSpectra {
  /** Centre of the window, s. */
  at: number;
  /** Vertical velocity (acceleration divided by frequency): low harmonics count as they do in the movement. */
  readonly vertical: Spectrum;
  /** Both level axes together, as velocity. */
  readonly level: Spectrum;
  /** Angular rate about both level axes together, pitch and roll; null without a gyroscope. */
  readonly swing: Spectrum | null;
  /** Angular rate about up; null without a gyroscope. */
  readonly yaw: Spectrum | null;
  /** RMS of the vertical acceleration in the band, g. */
  verticalRms: number;
  /** RMS of the whole acceleration without gravity in the band, g. */
  totalRms: number;
}

/** The spectra of each window, centres `hopSeconds` apart from the first to the last instant; one object for all of them. */
export function* windowSpectra(motion: Motion): Generator<WindowSpectra> {
  const channels = [
    motion.vertical,
    ...motion.level,
    ...(motion.swing ?? []),
    ...(motion.yaw ? [motion.yaw] : []),
  ].map((channel) => intoBand(channel, motion.rateHz));
  const length = Math.round(windowSeconds * rateHz);
  const taper = hann(length);
  const taperPower = taper.reduce((sum, value) => sum + value * value, 0);
  const fft = new RealFft(fftSize);
  const frame = new Float64Array(fftSize);
  const powers = channels.map(() => new Float64Array(fftSize / 2 + 1));
  const rms = channels.map(() => 0);
  const spectrum = (): Spectrum => ({ power: new Float64Array(toBin + 2), total: 0 });
  const gyroscope = motion.swing !== null;
  const window: WindowSpectra = {
    at: 0,
    vertical: spectrum(),
    level: spectrum(),
    swing: gyroscope ? spectrum() : null,
    yaw: gyroscope ? spectrum() : null,
    verticalRms: 0,
    totalRms: 0,
  };
  const count = Math.max(1, Math.floor(motion.durationSeconds / hopSeconds) + 1);
  for (let index = 0; index < count; index++) {
    const centre = Math.round(index * hopSeconds * rateHz);
    for (let c = 0; c < channels.length; c++) {
      const channel = channels[c];
      frame.fill(0);
      for (let i = 0; i < length; i++) {
        const at = centre - (length >> 1) + i;
        if (at >= 0 && at < channel.length) frame[i] = taper[i] * channel[at];
      }
      fft.power(frame, powers[c]);
      let energy = 0;
      for (let bin = fromBin; bin <= toBin; bin++) energy += powers[c][bin];
      rms[c] = (2 * energy) / (fftSize * taperPower);
    }
    window.at = index * hopSeconds;
    weighted(window.vertical, [powers[0]], -2);
    weighted(window.level, [powers[1], powers[2]], -2);
    window.verticalRms = Math.sqrt(rms[0]);
    window.totalRms = Math.sqrt(rms[0] + rms[1] + rms[2]);
    if (window.swing) weighted(window.swing, [powers[3], powers[4]], 0);
    if (window.yaw) weighted(window.yaw, [powers[5]], 0);
    yield window;
  }
}

/**
 * Share (0-1) of a spectrum's energy in the spectral line at `frequencyHz`: 1 for a pure sine there, whatever the window.
 */
export function lineShare(spectrum: Spectrum, frequencyHz: number): number {
  const position = frequencyHz / binHz;
  const bin = Math.floor(position);
  if (bin < 1 || bin > toBin || spectrum.total <= 0) return 0;
  const fraction = position - bin;
  const power = spectrum.power[bin] * (1 - fraction) + spectrum.power[bin + 1] * fraction;
  return (power * lineWidthBins) / spectrum.total;
}

/** Band-passed without phase shift and brought to the rate of the spectra. */
function intoBand(channel: Float32Array, sampleRateHz: number): Float32Array {
  const step = sampleRateHz / rateHz;
  const band = butterworth({ order: 2, kind: 'bandpass', cutoffHz: [0.35, 10], sampleRateHz });
  const filtered = filtfilt(band, channel);
  const slow = new Float32Array(Math.ceil(channel.length / step));
  for (let i = 0; i < slow.length; i++) slow[i] = filtered[Math.round(i * step)];
  return slow;
}

/** Sum of the powers, times the frequency to the `exponent`. */
function weighted(into: Spectrum, powers: readonly Float64Array[], exponent: 0 | -2): void {
  into.total = 0;
  for (let bin = 1; bin < into.power.length; bin++) {
    let sum = 0;
    for (const power of powers) sum += power[bin];
    into.power[bin] = exponent === 0 ? sum : sum / (bin * bin);
    if (bin >= fromBin && bin <= toBin) into.total += into.power[bin];
  }
}
