import { fewestSamples, shortestSeconds } from './assemble.ts';
import { measureCoverage } from './clean/gaps.ts';
import { AT_RAIL } from './clean/saturation.ts';
import type { Axes, Recording, Span } from './recording.ts';

/** A part of a recording as a recording of its own. */
interface Cut {
  readonly recording: Recording;
  /** When its first sample was, in seconds from the first sample of the whole. */
  readonly at: number;
}

/**
 * The samples of a span (s, both ends included) as a recording whose time counts from the first of them. Coverage and
 * saturation are those of the part; `startedAt`, the counts of rows left out and the notes stay those of the whole file.
 * Null when less is left than a recording may have.
 */
export function cutRecording(whole: Recording, span: Span): Cut | null {
  const first = whole.time.findIndex((time) => time >= span.from);
  const last = whole.time.findLastIndex((time) => time <= span.to);
  if (first < 0 || last - first + 1 < fewestSamples) return null;
  const at = whole.time[first]!;
  if (whole.time[last]! - at < shortestSeconds) return null;
  const time = whole.time.slice(first, last + 1).map((each) => each - at);
  const slice = ({ x, y, z }: Axes): Axes => ({
    x: x.slice(first, last + 1),
    y: y.slice(first, last + 1),
    z: z.slice(first, last + 1),
  });
  const acceleration = slice(whole.acceleration);
  const { gaps, sampleRateHz, usableShare } = measureCoverage(time);
  const saturatedShare = shareAtRail(acceleration, whole.clippedAt);
  return {
    recording: {
      ...whole,
      time,
      acceleration,
      angularRate: whole.angularRate && slice(whole.angularRate),
      sampleRateHz,
      quality: { ...whole.quality, gaps, usableShare, saturatedShare },
    },
    at,
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
