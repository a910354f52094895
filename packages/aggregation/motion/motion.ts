import type { Span } from '@piaffe/recordings';

/** How the vertical was found; decides which metrics can be computed and how far they can be trusted. */
export type VerticalSource =
  | 'gravity-and-gyroscope'
  /** Low-passed acceleration: the tilt within a stride is not seen. */
  | 'gravity'
  /** No gravity in the file: the axis along which the horse moves most. Up and down cannot be told apart. */
  | 'strongest-axis';

/**
 * The recording as the metrics see it: evenly sampled, in axes that belong to the horse and not to the sensor.
 * All channels hold n samples at `rateHz`; the first one is at time 0.
 */
export interface Motion {
  readonly rateHz: number;
  readonly samples: number;
  readonly durationSeconds: number;
  /** Acceleration along up without gravity, g. */
  readonly vertical: Float32Array;
  /** Acceleration along two level axes at right angles, fixed to the trunk, g. Which one is forward is not known. */
  readonly level: readonly [Float32Array, Float32Array];
  /** Angular rate about the same two level axes, deg/s: pitch and roll, in an unknown mixture. Null without a gyroscope. */
  readonly swing: readonly [Float32Array, Float32Array] | null;
  /** Angular rate about up, deg/s, positive to the left. Null without a gyroscope. */
  readonly yaw: Float32Array | null;
  readonly verticalSource: VerticalSource;
  /** Whether the offset of the gyroscope could be measured on a standing horse; else it was taken as zero about up. */
  readonly offsetMeasured: boolean;
  /** 1 where the accelerometer was at the end of its range; null when it never was. */
  readonly clipped: Uint8Array | null;
  /** Rate of the recording itself, Hz. */
  readonly sourceRateHz: number;
  /** Spans without samples; the channels go straight through them. */
  readonly gaps: readonly Span[];
  /** Where recordings of their own lie, in the order of time; one that is the whole, as a rule. */
  readonly parts: readonly Span[];
  /** Sentences for the notes on the quality of the recording. */
  readonly notes: readonly string[];
}

/** Why turning left cannot be told from turning right in this recording; null when it can. */
export function whyNoTurning(motion: Motion): string | null {
  if (!motion.yaw) return 'needs a gyroscope, and this recording has none';
  if (motion.verticalSource === 'strongest-axis')
    return 'needs gravity in the recording: without it up cannot be told from down';
  return null;
}

/** Share (0-1) of the samples in some spans at which the accelerometer was at the end of its range. */
export function clippedShare(motion: Motion, spans: readonly Span[]): number {
  if (!motion.clipped) return 0;
  let clipped = 0;
  let all = 0;
  for (const { from, to } of spans) {
    const end = Math.min(motion.samples, Math.round(to * motion.rateHz));
    for (let i = Math.round(from * motion.rateHz); i < end; i++) {
      clipped += motion.clipped[i];
      all++;
    }
  }
  return all > 0 ? clipped / all : 0;
}
