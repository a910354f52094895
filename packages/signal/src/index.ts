export { type ButterworthDesign, butterworth, type Section, type Sections } from './butterworth.ts';
export { RealFft } from './fft.ts';
export { filtfilt } from './filtfilt.ts';
export { type GyroBias, gyroBias } from './gyro-bias.ts';
export { movingMean, movingMedian } from './moving.ts';
export {
  type Directions,
  type MotionSignals,
  type SensorAxes,
  upDirection,
  upDirectionFromAcceleration,
  type Vector,
} from './orientation.ts';
export { findPeaks, type PeakConditions, refinePeak } from './peaks.ts';
export { resample } from './resample.ts';
export { hann, periodogram, type Spectrum, welch } from './spectrum.ts';
export {
  mean,
  median,
  medianAbsoluteDeviation,
  quantile,
  robustStandardDeviation,
  standardDeviation,
} from './statistics.ts';
export { viterbi } from './viterbi.ts';
