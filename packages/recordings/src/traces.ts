import { withinReach } from './clean/reach.ts';
import type { HeartRate, Position } from './recording.ts';
import { RecordingRejected } from './rejection.ts';

/** Where the horse was at one moment; what is not known is NaN. */
export interface Fix {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** m */
  readonly altitude?: number;
  /** m/s */
  readonly speed?: number;
  /** m, horizontal. */
  readonly accuracy?: number;
}

/** More than a day of either at 10 Hz. */
export const MOST_SAMPLES = 1_000_000;
/** s. What lies further from the middle of the others is no time of this ride. */
const LONGEST_RIDE = 86_400;

/** Heart rate and position as a file tells them, in any order, by the file's own count of seconds. */
export class Traces {
  readonly #beats: { readonly at: number; readonly bpm: number }[] = [];
  readonly #fixes: (Required<Fix> & { readonly at: number })[] = [];
  /** Samples without a time or a value, or with a place that is none on earth. */
  unusableCount = 0;

  get isEmpty(): boolean {
    return this.#beats.length === 0 && this.#fixes.length === 0;
  }

  addHeartRate(at: number, bpm: number): void {
    if (Number.isFinite(at) && bpm >= 0 && bpm < 1000) this.#beats.push({ at, bpm });
    else this.unusableCount++;
    this.#limit(this.#beats.length);
  }

  /** A receiver without a fix says 0, 0; so that place counts as none. */
  addFix(at: number, fix: Fix): void {
    const { latitude, longitude, altitude = Number.NaN, speed = Number.NaN, accuracy = Number.NaN } = fix;
    const isPlace =
      Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
    if (isPlace && Number.isFinite(at))
      this.#fixes.push({
        at,
        latitude,
        longitude,
        altitude: Math.abs(altitude) < 20_000 ? altitude : Number.NaN,
        speed: speed >= 0 && speed < 1000 ? speed : Number.NaN,
        accuracy: accuracy >= 0 ? accuracy : Number.NaN,
      });
    else this.unusableCount++;
    this.#limit(this.#fixes.length);
  }

  /** In the order of time, each moment once. */
  inOrder(): OrderedTraces {
    const beats = ordered(this.#beats);
    const fixes = ordered(this.#fixes);
    const position = withinReach(fixes.kept);
    return {
      heartRate: beats.kept,
      position,
      unreachableCount: fixes.kept.length - position.length,
      strayCount: beats.strayCount + fixes.strayCount,
      duplicateCount: beats.duplicateCount + fixes.duplicateCount,
      unusableCount: this.unusableCount,
    };
  }

  #limit(samples: number): void {
    if (samples <= MOST_SAMPLES) return;
    throw new RecordingRejected(
      'too-long',
      `The file has more than ${MOST_SAMPLES} samples of heart rate or position; split it into rides.`,
    );
  }
}

/** What traces hold once their times are in order. */
export interface OrderedTraces {
  readonly heartRate: readonly { readonly at: number; readonly bpm: number }[];
  readonly position: readonly (Required<Fix> & { readonly at: number })[];
  /** Fixes that no horse can reach from the others. */
  readonly unreachableCount: number;
  /** Samples at a time that is none of this ride. */
  readonly strayCount: number;
  readonly duplicateCount: number;
  readonly unusableCount: number;
}

function ordered<Sample extends { readonly at: number }>(samples: readonly Sample[]) {
  const sorted = samples.toSorted((a, b) => a.at - b.at);
  const middle = sorted[sorted.length >> 1]?.at ?? 0;
  const near = sorted.filter(({ at }) => Math.abs(at - middle) <= LONGEST_RIDE);
  const kept = near.filter(({ at }, i) => i === 0 || at > near[i - 1]!.at);
  return {
    kept,
    strayCount: sorted.length - near.length,
    duplicateCount: near.length - kept.length,
  };
}

/** Heart rate with its time from `zero` (s); null when there is none. */
export function heartRateFrom({ heartRate }: OrderedTraces, zero: number): HeartRate | null {
  if (heartRate.length === 0) return null;
  return {
    time: Float64Array.from(heartRate, ({ at }) => at - zero),
    bpm: Float32Array.from(heartRate, ({ bpm }) => bpm),
  };
}

/** Position with its time from `zero` (s); null when there is none. */
export function positionFrom({ position }: OrderedTraces, zero: number): Position | null {
  if (position.length === 0) return null;
  return {
    time: Float64Array.from(position, ({ at }) => at - zero),
    latitude: Float64Array.from(position, ({ latitude }) => latitude),
    longitude: Float64Array.from(position, ({ longitude }) => longitude),
    altitude: Float32Array.from(position, ({ altitude }) => altitude),
    speed: Float32Array.from(position, ({ speed }) => speed),
    accuracy: Float32Array.from(position, ({ accuracy }) => accuracy),
  };
}
