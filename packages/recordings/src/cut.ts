import { fewestSamples, shortestSeconds } from './assemble.ts';
import { measureCoverage } from './clean/gaps.ts';
import { AT_RAIL } from './clean/saturation.ts';
import type { Axes, HeartRate, Position, Recording, RecordingWithMotion, Span } from './recording.ts';

/** A part of a recording as a recording of its own. */
interface Cut<Whole extends Recording> {
  readonly recording: Whole;
  /** When its time zero was, in seconds from that of the whole. */
  readonly at: number;
}

/**
 * The samples of a span (s, both ends included) as a recording whose time counts from the first of them. Coverage and
 * saturation are those of the part; `startedAt`, the counts of rows left out and the notes stay those of the whole file.
 * Null when less is left than a recording may have.
 */
export function cutRecording<Whole extends Recording>(whole: Whole, span: Span): Cut<Whole> | null {
  return (
    whole.motion ? cutMotion(whole as Whole & RecordingWithMotion, span) : cutRest(whole, span)
  ) as Cut<Whole> | null;
}

function cutMotion(whole: RecordingWithMotion, span: Span): Cut<RecordingWithMotion> | null {
  const { motion } = whole;
  const [first, end] = rangeWithin(motion.time, span);
  if (end - first < fewestSamples) return null;
  const at = motion.time[first]!;
  if (motion.time[end - 1]! - at < shortestSeconds) return null;
  const time = motion.time.slice(first, end).map((each) => each - at);
  const slice = ({ x, y, z }: Axes): Axes => ({
    x: x.slice(first, end),
    y: y.slice(first, end),
    z: z.slice(first, end),
  });
  const acceleration = slice(motion.acceleration);
  const { gaps, sampleRateHz, usableShare } = measureCoverage(time);
  const saturatedShare = shareAtRail(acceleration, motion.clippedAt);
  return {
    recording: {
      ...whole,
      durationSeconds: time.at(-1)!,
      motion: {
        ...motion,
        time,
        acceleration,
        angularRate: motion.angularRate && slice(motion.angularRate),
        sampleRateHz,
      },
      heartRate: cutHeartRate(whole.heartRate, span, at),
      position: cutPosition(whole.position, span, at),
      quality: { ...whole.quality, gaps, usableShare, saturatedShare },
    },
    at,
  };
}

function cutRest(whole: Recording, span: Span): Cut<Recording> | null {
  const times = [whole.heartRate?.time, whole.position?.time].filter((time) => time !== undefined);
  const within = times.flatMap((time) => {
    const [first, end] = rangeWithin(time, span);
    return end > first ? [time[first]!, time[end - 1]!] : [];
  });
  const at = Math.min(...within);
  const durationSeconds = Math.max(...within) - at;
  if (!(durationSeconds >= shortestSeconds)) return null;
  return {
    recording: {
      ...whole,
      durationSeconds,
      heartRate: cutHeartRate(whole.heartRate, span, at),
      position: cutPosition(whole.position, span, at),
    },
    at,
  };
}

/** First sample within the span, and the one after the last. */
function rangeWithin(time: Float64Array, span: Span): [first: number, end: number] {
  const first = time.findIndex((each) => each >= span.from);
  return first < 0 ? [0, 0] : [first, time.findLastIndex((each) => each <= span.to) + 1];
}

function cutHeartRate(whole: HeartRate | null, span: Span, at: number): HeartRate | null {
  if (!whole) return null;
  const [first, end] = rangeWithin(whole.time, span);
  if (end <= first) return null;
  return {
    time: whole.time.slice(first, end).map((each) => each - at),
    bpm: whole.bpm.slice(first, end),
  };
}

function cutPosition(whole: Position | null, span: Span, at: number): Position | null {
  if (!whole) return null;
  const [first, end] = rangeWithin(whole.time, span);
  if (end <= first) return null;
  return {
    time: whole.time.slice(first, end).map((each) => each - at),
    latitude: whole.latitude.slice(first, end),
    longitude: whole.longitude.slice(first, end),
    altitude: whole.altitude.slice(first, end),
    speed: whole.speed.slice(first, end),
    accuracy: whole.accuracy.slice(first, end),
  };
}

function shareAtRail({ x, y, z }: Axes, clippedAt: number | null): number {
  if (clippedAt === null) return 0;
  const rail = clippedAt * AT_RAIL;
  let count = 0;
  for (let i = 0; i < x.length; i++)
    if (Math.abs(x[i]!) >= rail || Math.abs(y[i]!) >= rail || Math.abs(z[i]!) >= rail) count++;
  return count / x.length;
}
