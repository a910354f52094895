export * from './autocorrelation.ts';
export { type ButterworthDesign, butterworth, type Section, type Sections } from './butterworth.ts';
export { RealFft } from './fft.ts';
export { filtfilt } from './filtfilt.ts';
export * from './gyro-bias.ts';
export * from './harmonics.ts';
export * from './moving.ts';
export {
  type Directions,
  type MotionSignals,
  type SensorAxes,
  upDirection,
  upDirectionFromAcceleration,
  type Vector,
} from './orientation.ts';
export * from './peaks.ts';
export * from './resample.ts';
export * from './spectrum.ts';
export * from './statistics.ts';
export * from './viterbi.ts';
