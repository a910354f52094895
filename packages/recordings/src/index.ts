export { cutRecording } from './cut.ts';
export { decodeRecording } from './decode.ts';
export type { AccelerationUnit, AngularRateUnit, Channel, DecodeOptions, TimeUnit } from './options.ts';
export type {
  Axes,
  HeartRate,
  Position,
  RecordedMotion,
  Recording,
  RecordingFormat,
  RecordingQuality,
  RecordingWithMotion,
  Span,
} from './recording.ts';
export { RecordingRejected, type RejectionCode } from './rejection.ts';
