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
export type RecordingFormat =
  | 'csv'
  | 'mpu-raw-counts'
  | 'sensor-logger-csv'
  | 'sensor-logger-zip'
  | 'phyphox-csv'
  | 'phyphox-zip'
  | 'movesense-json'
  | 'movesense-csv'
  | 'fit'
  | 'gpx'
  | 'tcx'
  | 'arrow';

/**
 * What was found wrong with a recording, and survived. Counts are numbers of rows of the file. All but the notes are about
 * the motion; without one there are no gaps and nothing is saturated, and the rest is about heart rate and position.
 */
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
   * times what these differ); left out. Without motion: samples without a time or a usable value, and positions that no
   * horse reaches from the others (25 m/s).
   */
  readonly nanCount: number;
  /**
   * Share (0-1) of the duration covered by usable samples: the sum of the steps between them, of which each counts for at
   * most two typical ones. So neither gaps nor the holes of rows left out count. Without motion: the share with a sample
   * of heart rate or a position (the better of the two) every ten seconds.
   */
  readonly usableShare: number;
  /**
   * Sentences for people: what was seen and what was done about it. First what changes results or asks them to act, then
   * findings, last what was guessed safely.
   */
  readonly notes: readonly string[];
}

/** What an accelerometer, and perhaps a gyroscope, measured. */
export interface RecordedMotion {
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
}

/** Heart rate as the file has it, at least one sample; zeros and other odd values stay. */
export interface HeartRate {
  /** Seconds from the recording's zero, strictly increasing; before it where the belt began first. */
  readonly time: Float64Array;
  /** Beats per minute. */
  readonly bpm: Float32Array;
}

/** Where the horse was, at least one fix. What a fix does not tell is NaN, but for the place itself. */
export interface Position {
  /** Seconds from the recording's zero, strictly increasing; before it where the receiver began first. */
  readonly time: Float64Array;
  /** Degrees, WGS 84, north and east positive. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Metres above sea level or ellipsoid: which one differs by device, so only differences mean anything. */
  readonly altitude: Float32Array;
  /** Over ground, in m/s, as the device tells it. */
  readonly speed: Float32Array;
  /** Horizontal, in m, as the device estimates it. */
  readonly accuracy: Float32Array;
}

/**
 * One decoded recording. Units and signs are the same whatever the file held. At least one of `motion`, `heartRate` and
 * `position` is there. The zero of time is the first sample of the motion or, without one, the first of anything.
 */
export interface Recording {
  readonly format: RecordingFormat;
  /** ISO 8601 with offset, the instant of time zero; null when the file does not tell. */
  readonly startedAt: string | null;
  /** From time zero to the last sample of the motion or, without one, to the last of anything. */
  readonly durationSeconds: number;
  readonly motion: RecordedMotion | null;
  readonly heartRate: HeartRate | null;
  readonly position: Position | null;
  readonly quality: RecordingQuality;
}

/** A recording that holds acceleration. */
export interface RecordingWithMotion extends Recording {
  readonly motion: RecordedMotion;
}
