/** Three axes of one sensor, in the sensor's own frame; each has one number per sample. */
export interface Axes {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

/** Stretch of a recording, in seconds from its first sample. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The formats a decoder exists for; the names appear in results and never change their meaning. */
export type RecordingFormat = 'csv' | 'mpu-raw-counts' | 'sensor-logger-csv' | 'phyphox-csv';

/** What was found wrong with a recording, and survived. Counts are numbers of rows of the file. */
export interface RecordingQuality {
  /** Stretches without samples, longer than 0.25 s (or five sample intervals, whichever is more). */
  readonly gaps: readonly Span[];
  /** Share (0-1) of samples with at least one acceleration axis at the end of the sensor's range. */
  readonly saturatedShare: number;
  /**
   * Rows whose time does not follow on while that of the rows after does; left out. Rows after a clock was set are not
   * among them: they are moved to follow on, with a note.
   */
  readonly nonMonotonicCount: number;
  /**
   * Rows that repeat an earlier one, time and values; left out. Rows that share a time but differ are samples of a
   * coarse clock: they are spread up to the next time, and left out only where there is no room for them.
   */
  readonly duplicateCount: number;
  /**
   * Rows with a missing or non-numeric value, or one too many, or one beyond what sensors measure (50 g, 5000 deg/s), or, from 50 Hz up,
   * one that for that sample alone jumps away from its neighbours by more than any motion does (3 g or 1000 deg/s, and three
   * times what these differ); left out.
   */
  readonly nanCount: number;
  /**
   * Share (0-1) of the duration covered by usable samples: the sum of the steps between them, of which each counts for at
   * most two typical ones. So neither gaps nor the holes of rows left out count.
   */
  readonly usableShare: number;
  /**
   * Sentences for people: what was seen and what was done about it. First what changes results or asks them to act, then
   * findings, last what was guessed safely.
   */
  readonly notes: readonly string[];
}

/** One decoded recording. Units and signs are the same whatever the file held. */
export interface Recording {
  readonly format: RecordingFormat;
  /** ISO 8601 with offset, the instant of the first sample; null when the file does not tell. */
  readonly startedAt: string | null;
  /** Seconds from the first sample, strictly increasing; n samples. */
  readonly time: Float64Array;
  /** Specific force in g: a sensor at rest reads +1 along up. With `gravityIncluded` false, gravity is already gone. */
  readonly acceleration: Axes;
  /** Angular rate in deg/s, right-handed; null when the file has no gyroscope. */
  readonly angularRate: Axes | null;
  /**
   * True when the scale of the angular rate may well be wrong: the full-scale range of raw counts, which they never tell, a
   * header that cannot be true, a unit that nobody stated of a sensor at rest. False without a gyroscope.
   */
  readonly angularRateGuessed: boolean;
  readonly gravityIncluded: boolean;
  /** Measured, not nominal: samples per second outside gaps. */
  readonly sampleRateHz: number;
  /** Magnitude in g at which an acceleration axis saturates in this recording; null when none does. */
  readonly clippedAt: number | null;
  readonly quality: RecordingQuality;
}
