import { type GaitPattern, harmonicCount, movements } from './gait.ts';
import type { HermiteReader } from './hermite-track.ts';
import { ImpactReader } from './impact.ts';
import type { Motion } from './motion.ts';
import type { TrackReader } from './track.ts';

const channelCount = movements.length;
const tableStride = 2 * harmonicCount;
const surge = movements.indexOf('surge');
const heave = movements.indexOf('heave');

/** The six movements of a trunk at one moment, with their first and second derivatives: gait, posture, ringing. */
export class PoseReader {
  /** In the order of `movements`: m, rad; per s; per s2. */
  readonly value = new Float64Array(channelCount);
  readonly first = new Float64Array(channelCount);
  readonly second = new Float64Array(channelCount);
  /** Strides since the start. */
  strides = 0;

  readonly #patterns: readonly Float64Array[];
  readonly #blend: TrackReader;
  readonly #strideHz: TrackReader;
  readonly #bounce: TrackReader;
  readonly #swing: TrackReader;
  readonly #unevenCos: TrackReader;
  readonly #unevenSin: TrackReader;
  readonly #posture: readonly TrackReader[];
  readonly #impact: ImpactReader;
  readonly #episodes: readonly HermiteReader[];
  readonly #restraint: HermiteReader;
  readonly #cos = new Float64Array(harmonicCount + 1);
  readonly #sin = new Float64Array(harmonicCount + 1);

  constructor({ course, posture, landings, tissue, episodes }: Motion) {
    this.#patterns = course.stretches.map(({ pattern }) => coefficients(pattern));
    this.#blend = course.blend.reader();
    this.#strideHz = course.strideHz.reader();
    this.#bounce = course.bounce.reader();
    this.#swing = course.swing.reader();
    this.#unevenCos = course.unevenCos.reader();
    this.#unevenSin = course.unevenSin.reader();
    this.#posture = movements.map((movement) => posture[movement].reader());
    this.#impact = new ImpactReader(landings, tissue);
    this.#episodes = movements.map((movement) => episodes[movement].reader());
    this.#restraint = episodes.restraint.reader();
  }

  moveTo(time: number): this {
    const beat = this.#strideHz.moveTo(time);
    const omega = 2 * Math.PI * beat.value;
    const chirp = 2 * Math.PI * beat.slope;
    this.strides = beat.integral;
    this.#moveHarmonics(2 * Math.PI * (beat.integral - Math.floor(beat.integral)));
    this.#moveGait(time, omega, chirp);
    this.#addUnevenness(time, omega, chirp);
    this.#restrain(time);
    this.#addRest(time);
    return this;
  }

  #moveHarmonics(angle: number): void {
    const cos = this.#cos;
    const sin = this.#sin;
    cos[1] = Math.cos(angle);
    sin[1] = Math.sin(angle);
    for (let k = 2; k <= harmonicCount; k++) {
      cos[k] = cos[k - 1] * cos[1] - sin[k - 1] * sin[1];
      sin[k] = sin[k - 1] * cos[1] + cos[k - 1] * sin[1];
    }
  }

  /** The pattern, or two of them while one gait gives way to the next, scaled from stride to stride. */
  #moveGait(time: number, omega: number, chirp: number): void {
    const cos = this.#cos;
    const sin = this.#sin;
    const blend = this.#blend.moveTo(time);
    const last = this.#patterns.length - 1;
    const from = Math.min(Math.floor(blend.value), last);
    const pattern = this.#patterns[from];
    const next = this.#patterns[Math.min(from + 1, last)];
    const share = blend.value - from;
    const mixed = share > 0;
    const bounce = this.#bounce.moveTo(time);
    const swing = this.#swing.moveTo(time);
    for (let channel = 0; channel < channelCount; channel++) {
      let v = 0;
      let d = 0;
      let dd = 0;
      for (let k = 1; k <= harmonicCount; k++) {
        const at = channel * tableStride + 2 * (k - 1);
        let p = pattern[at];
        let q = pattern[at + 1];
        const kw = k * omega;
        if (mixed) {
          const pRise = next[at] - p;
          const qRise = next[at + 1] - q;
          p += share * pRise;
          q += share * qRise;
          const rise = pRise * cos[k] + qRise * sin[k];
          const riseRate = kw * (qRise * cos[k] - pRise * sin[k]);
          d += blend.slope * rise;
          dd += blend.curvature * rise + 2 * blend.slope * riseRate;
        }
        const inPhase = p * cos[k] + q * sin[k];
        const quarter = q * cos[k] - p * sin[k];
        v += inPhase;
        d += kw * quarter;
        dd += k * chirp * quarter - kw * kw * inPhase;
      }
      const scale = channel === heave || channel === surge ? bounce : swing;
      this.value[channel] = v * scale.value;
      this.first[channel] = d * scale.value + v * scale.slope;
      this.second[channel] = dd * scale.value + 2 * d * scale.slope + v * scale.curvature;
    }
  }

  /** Heave at the stride frequency that comes and goes. */
  #addUnevenness(time: number, omega: number, chirp: number): void {
    const p = this.#unevenCos.moveTo(time);
    const q = this.#unevenSin.moveTo(time);
    const cos = this.#cos[1];
    const sin = this.#sin[1];
    const quarter = q.value * cos - p.value * sin;
    const inPhase = p.value * cos + q.value * sin;
    this.value[heave] += inPhase;
    this.first[heave] += omega * quarter + p.slope * cos + q.slope * sin;
    this.second[heave] +=
      chirp * quarter -
      omega * omega * inPhase +
      2 * omega * (q.slope * cos - p.slope * sin) +
      p.curvature * cos +
      q.curvature * sin;
  }

  /** While a horse jumps or bucks, little of its gait is left. */
  #restrain(time: number): void {
    const { value, slope, curvature } = this.#restraint.moveTo(time);
    if (value === 0) return;
    for (let channel = 0; channel < channelCount; channel++) {
      const v = this.value[channel];
      const d = this.first[channel];
      this.value[channel] = v * (1 - value);
      this.first[channel] = d * (1 - value) - v * slope;
      this.second[channel] = this.second[channel] * (1 - value) - 2 * d * slope - v * curvature;
    }
  }

  #addRest(time: number): void {
    const ringing = this.#impact.moveTo(time);
    for (let channel = 0; channel < channelCount; channel++) {
      const posture = this.#posture[channel].moveTo(time);
      const episode = this.#episodes[channel].moveTo(time);
      this.value[channel] += posture.value + ringing.displacement[channel] + episode.value;
      this.first[channel] += posture.slope + ringing.velocity[channel] + episode.slope;
      this.second[channel] += posture.curvature + ringing.acceleration[channel] + episode.curvature;
    }
  }
}

/** cos and sin amplitude per movement and harmonic. */
function coefficients(pattern: GaitPattern): Float64Array {
  const table = new Float64Array(channelCount * tableStride);
  movements.forEach((movement, channel) => {
    for (const { order, amplitude, phase } of pattern.pose[movement]) {
      const at = channel * tableStride + 2 * (order - 1);
      table[at] += amplitude * Math.cos(2 * Math.PI * phase);
      table[at + 1] += amplitude * Math.sin(2 * Math.PI * phase);
    }
  });
  return table;
}
