export type { Axes, Recording, RecordingFormat, RecordingQuality, Span } from './recording.ts';
export { RecordingRejected, type RejectionCode } from './rejection.ts';
