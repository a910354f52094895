/** Stable codes of every reason to refuse a file; once published a code keeps its meaning. */
export type RejectionCode =
  | 'empty-file'
  | 'not-a-recording'
  | 'unknown-format'
  | 'unsupported-format'
  | 'missing-column'
  | 'ambiguous-columns'
  | 'unknown-unit'
  | 'no-usable-samples'
  | 'too-short'
  | 'time-not-increasing'
  | 'implausible-values'
  | 'line-too-long';

/** Thrown by decoders for a file that cannot be used. `message` is a sentence for people: what is wrong, where, what would help. */
export class RecordingRejected extends Error {
  readonly code: RejectionCode;
  constructor(code: RejectionCode, message: string) {
    super(message);
    this.name = 'RecordingRejected';
    this.code = code;
  }
}
