import { printable } from './text/printable.ts';

/** Stable codes of every reason to refuse a file; once published a code keeps its meaning. */
export type RejectionCode =
  /** No bytes, or nothing but white space. */
  | 'empty-file'
  /** Text, but no table of numbers in it. */
  | 'not-a-recording'
  /** Bytes that no format known here begins with. */
  | 'unknown-format'
  /** A format known by name that has no decoder. */
  | 'unsupported-format'
  /** No column for time or for an axis of the acceleration, or a named column is not there. */
  | 'missing-column'
  /** Several columns could be meant, and a wrong guess would give wrong numbers. */
  | 'ambiguous-columns'
  /** A unit is neither stated nor told by the values. */
  | 'unknown-unit'
  /** A header, but not one row that can be read. */
  | 'no-usable-samples'
  /** Fewer samples, or a shorter time, than anything can be computed from. */
  | 'too-short'
  /** More samples than one recording may have. */
  | 'too-long'
  /** The time column stands still, or runs backwards again and again. */
  | 'time-not-increasing'
  /** In the stated units the values are such as no sensor on a horse can give. */
  | 'implausible-values'
  /** No end of line within the first 64 kB. */
  | 'line-too-long'
  /** The bytes are not what the file's own format demands, and nothing before that can be used. */
  | 'damaged-file'
  /** The file could do harm to a reader: a document type, a path that leads out of an archive, far too good a compression. */
  | 'unsafe-file'
  /** More bytes than one recording may have, or an archive with too many files. */
  | 'too-large'
  /** An archive that asks for a password. */
  | 'encrypted-file'
  /** An archive without a file that could be a recording. */
  | 'no-recording-inside'
  /** An archive with several recordings. */
  | 'ambiguous-archive';

/** Thrown by decoders for a file that cannot be used. `message` is a sentence for people: what is wrong, where, what would help. What it quotes is printable. */
export class RecordingRejected extends Error {
  readonly code: RejectionCode;
  constructor(code: RejectionCode, message: string) {
    super(printable(message));
    this.name = 'RecordingRejected';
    this.code = code;
  }
}
