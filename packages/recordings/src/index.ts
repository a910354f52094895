export { cutRecording } from './cut.ts';
export { decodeRecording } from './decode.ts';
export type { AccelerationUnit, AngularRateUnit, Channel, DecodeOptions, TimeUnit } from './options.ts';
export type { Axes, Recording, RecordingFormat, RecordingQuality, Span } from './recording.ts';
export { RecordingRejected, type RejectionCode } from './rejection.ts';
