import type { Course } from './course.ts';
import { type GaitPattern, harmonicCount, movements } from './gait.ts';
import { ImpactReader, type Landings, type Tissue } from './impact.ts';
import type { Posture } from './posture.ts';
import type { Track, TrackReader } from './track.ts';

export const gravity = 9.80665;

/** Everything that moves a sensor on a trunk. */
export interface Motion {
  readonly course: Course;
  readonly posture: Posture;
  readonly landings: Landings;
  readonly tissue: Tissue;
  /** Share of the theoretical lean into a curve, atan(v w / g), that the trunk takes. */
  readonly lean: number;
  /** From the trunk's middle to the sensor, m: forward, left, up. */
  readonly lever: readonly [number, number, number];
  /** The girth turning about the trunk, rad. */
  readonly slip: Track;
}

const channelCount = movements.length;
const stride = 2 * harmonicCount;
const [surge, sway, heave, roll, pitch, yaw] = [0, 1, 2, 3, 4, 5] as const;

/**
 * The motion at one moment, exact: every quantity carries its first and second derivative, nothing is
 * differentiated numerically.
 *
 * The attitude is Rz(heading + yaw) Ry(pitch) Rx(roll + slip); x forward, y left, z up, all right-handed.
 */
export class MotionReader {
  /** Specific force in the sensor's place, along the trunk's axes, m/s2: forward, left, up. */
  readonly force = new Float64Array(3);
  /** Angular rate about the trunk's axes, rad/s. */
  readonly rate = new Float64Array(3);
  /** Height of the sensor over its place on a still horse, the climb of the ground left out, m. */
  height = 0;
  /** Second derivative of the height, m/s2, and that of the ground under the horse. */
  heightAcceleration = 0;
  groundAcceleration = 0;
  /** rad from the start; its derivative in rad/s, without the swinging of the gait. */
  heading = 0;
  headingRate = 0;
  /** rad: of the trunk with its sensor beside the heading; applied yaw first, then pitch, then roll. */
  readonly attitude = { roll: 0, pitch: 0, yaw: 0 };
  /** Strides since the start. */
  strides = 0;

  readonly #motion: Motion;
  readonly #patterns: readonly Float64Array[];
  readonly #blend: TrackReader;
  readonly #strideHz: TrackReader;
  readonly #speed: TrackReader;
  readonly #headingRate: TrackReader;
  readonly #slope: TrackReader;
  readonly #bounce: TrackReader;
  readonly #swing: TrackReader;
  readonly #unevenCos: TrackReader;
  readonly #unevenSin: TrackReader;
  readonly #slip: TrackReader;
  readonly #posture: readonly TrackReader[];
  readonly #impact: ImpactReader;
  readonly #cos = new Float64Array(harmonicCount + 1);
  readonly #sin = new Float64Array(harmonicCount + 1);
  readonly #value = new Float64Array(channelCount);
  readonly #first = new Float64Array(channelCount);
  readonly #second = new Float64Array(channelCount);

  constructor(motion: Motion) {
    const { course } = motion;
    this.#motion = motion;
    this.#patterns = course.stretches.map(({ pattern }) => coefficients(pattern));
    this.#blend = course.blend.reader();
    this.#strideHz = course.strideHz.reader();
    this.#speed = course.speed.reader();
    this.#headingRate = course.headingRate.reader();
    this.#slope = course.slope.reader();
    this.#bounce = course.bounce.reader();
    this.#swing = course.swing.reader();
    this.#unevenCos = course.unevenCos.reader();
    this.#unevenSin = course.unevenSin.reader();
    this.#slip = motion.slip.reader();
    this.#posture = movements.map((movement) => motion.posture[movement].reader());
    this.#impact = new ImpactReader(motion.landings, motion.tissue);
  }

  moveTo(time: number): this {
    this.#movePose(time);
    const value = this.#value;
    const first = this.#first;
    const second = this.#second;

    const turn = this.#headingRate.moveTo(time);
    const speed = this.#speed.moveTo(time);
    const slope = this.#slope.moveTo(time);
    this.heading = turn.integral;
    this.headingRate = turn.value;
    this.groundAcceleration = speed.slope * slope.value + speed.value * slope.slope;

    // The trunk's middle, in the frame that turns with the heading.
    const w = turn.value;
    const along =
      second[surge]! - 2 * w * first[sway]! - turn.slope * value[sway]! - w * w * value[surge]! + speed.slope;
    const across =
      second[sway]! +
      2 * w * first[surge]! +
      turn.slope * value[surge]! -
      w * w * value[sway]! +
      speed.value * w;
    const up = second[heave]! + this.groundAcceleration + gravity;

    this.#addLean(speed, turn, slope);
    this.#attitude(time, along, across, up, turn);
    return this;
  }

  /** The six movements and their derivatives: gait, posture and ringing. */
  #movePose(time: number): void {
    const blend = this.#blend.moveTo(time);
    const from = Math.min(Math.floor(blend.value), this.#patterns.length - 1);
    const a = this.#patterns[from]!;
    const b = this.#patterns[Math.min(from + 1, this.#patterns.length - 1)]!;
    const share = blend.value - from;
    const mixed = share > 0;

    const beat = this.#strideHz.moveTo(time);
    const omega = 2 * Math.PI * beat.value;
    const chirp = 2 * Math.PI * beat.slope;
    this.strides = beat.integral;
    const angle = 2 * Math.PI * (beat.integral - Math.floor(beat.integral));
    const cos = this.#cos;
    const sin = this.#sin;
    cos[0] = 1;
    sin[0] = 0;
    cos[1] = Math.cos(angle);
    sin[1] = Math.sin(angle);
    for (let k = 2; k <= harmonicCount; k++) {
      cos[k] = cos[k - 1]! * cos[1]! - sin[k - 1]! * sin[1]!;
      sin[k] = sin[k - 1]! * cos[1]! + cos[k - 1]! * sin[1]!;
    }
    const bounce = this.#bounce.moveTo(time);
    const swing = this.#swing.moveTo(time);
    const ringing = this.#impact.moveTo(time);

    for (let channel = 0; channel < channelCount; channel++) {
      let v = 0;
      let d = 0;
      let dd = 0;
      for (let k = 1; k <= harmonicCount; k++) {
        const at = channel * stride + 2 * (k - 1);
        const c = a[at]!;
        const s = a[at + 1]!;
        let p = c;
        let q = s;
        const kw = k * omega;
        if (mixed) {
          const cRise = b[at]! - c;
          const sRise = b[at + 1]! - s;
          p += share * cRise;
          q += share * sRise;
          const mixedIn = cRise * cos[k]! + sRise * sin[k]!;
          const mixedRate = kw * (sRise * cos[k]! - cRise * sin[k]!);
          d += blend.slope * mixedIn;
          dd += blend.curvature * mixedIn + 2 * blend.slope * mixedRate;
        }
        const inPhase = p * cos[k]! + q * sin[k]!;
        const quarter = q * cos[k]! - p * sin[k]!;
        v += inPhase;
        d += kw * quarter;
        dd += k * chirp * quarter - kw * kw * inPhase;
      }
      const scale = channel === heave || channel === surge ? bounce : swing;
      const posture = this.#posture[channel]!.moveTo(time);
      this.#value[channel] = v * scale.value + posture.value + ringing.displacement[channel]!;
      this.#first[channel] = d * scale.value + v * scale.slope + posture.slope + ringing.velocity[channel]!;
      this.#second[channel] =
        dd * scale.value +
        2 * d * scale.slope +
        v * scale.curvature +
        posture.curvature +
        ringing.acceleration[channel]!;
    }
    this.#addUnevenness(time, omega, chirp);
  }

  #addUnevenness(time: number, omega: number, chirp: number): void {
    const p = this.#unevenCos.moveTo(time);
    const q = this.#unevenSin.moveTo(time);
    const cos = this.#cos[1]!;
    const sin = this.#sin[1]!;
    const quarter = q.value * cos - p.value * sin;
    const inPhase = p.value * cos + q.value * sin;
    this.#value[heave]! += inPhase;
    this.#first[heave]! += omega * quarter + p.slope * cos + q.slope * sin;
    this.#second[heave]! +=
      chirp * quarter -
      omega * omega * inPhase +
      2 * omega * (q.slope * cos - p.slope * sin) +
      p.curvature * cos +
      q.curvature * sin;
  }

  /** Leaning into the curve, nose up on a climb. */
  #addLean(speed: TrackReader, turn: TrackReader, slope: TrackReader): void {
    const x = (speed.value * turn.value) / gravity;
    const dx = (speed.slope * turn.value + speed.value * turn.slope) / gravity;
    const ddx =
      (speed.curvature * turn.value + 2 * speed.slope * turn.slope + speed.value * turn.curvature) / gravity;
    this.#addArctangent(roll, -this.#motion.lean, x, dx, ddx);
    this.#addArctangent(pitch, -1, slope.value, slope.slope, slope.curvature);
  }

  #addArctangent(channel: number, factor: number, x: number, dx: number, ddx: number): void {
    const g = 1 / (1 + x * x);
    this.#value[channel]! += factor * Math.atan(x);
    this.#first[channel]! += factor * g * dx;
    this.#second[channel]! += factor * (g * ddx - 2 * x * g * g * dx * dx);
  }

  #attitude(time: number, along: number, across: number, up: number, turn: TrackReader): void {
    const slip = this.#slip.moveTo(time);
    const phi = this.#value[roll]! + slip.value;
    const dPhi = this.#first[roll]! + slip.slope;
    const ddPhi = this.#second[roll]! + slip.curvature;
    const theta = this.#value[pitch]!;
    const dTheta = this.#first[pitch]!;
    const ddTheta = this.#second[pitch]!;
    const psi = this.#value[yaw]!;
    const dPsi = this.#first[yaw]! + turn.value;
    const ddPsi = this.#second[yaw]! + turn.slope;
    this.attitude.roll = phi;
    this.attitude.pitch = theta;
    this.attitude.yaw = psi;
    const sPhi = Math.sin(phi);
    const cPhi = Math.cos(phi);
    const sTheta = Math.sin(theta);
    const cTheta = Math.cos(theta);
    const sPsi = Math.sin(psi);
    const cPsi = Math.cos(psi);

    const p = dPhi - dPsi * sTheta;
    const q = dTheta * cPhi + dPsi * sPhi * cTheta;
    const r = dPsi * cPhi * cTheta - dTheta * sPhi;
    const dp = ddPhi - ddPsi * sTheta - dPsi * dTheta * cTheta;
    const dq =
      ddTheta * cPhi -
      dTheta * dPhi * sPhi +
      ddPsi * sPhi * cTheta +
      dPsi * (dPhi * cPhi * cTheta - dTheta * sPhi * sTheta);
    const dr =
      ddPsi * cPhi * cTheta -
      dPsi * (dPhi * sPhi * cTheta + dTheta * cPhi * sTheta) -
      ddTheta * sPhi -
      dTheta * dPhi * cPhi;
    this.rate[0] = p;
    this.rate[1] = q;
    this.rate[2] = r;

    // Into the trunk's frame: yaw, then pitch, then roll.
    const x1 = cPsi * along + sPsi * across;
    const y1 = cPsi * across - sPsi * along;
    const x2 = cTheta * x1 - sTheta * up;
    const z2 = sTheta * x1 + cTheta * up;
    const y3 = cPhi * y1 + sPhi * z2;
    const z3 = cPhi * z2 - sPhi * y1;

    const [lx, ly, lz] = this.#motion.lever;
    const spin = p * lx + q * ly + r * lz;
    const squared = p * p + q * q + r * r;
    const fx = dq * lz - dr * ly + p * spin - squared * lx;
    const fy = dr * lx - dp * lz + q * spin - squared * ly;
    const fz = dp * ly - dq * lx + r * spin - squared * lz;
    this.force[0] = x2 + fx;
    this.force[1] = y3 + fy;
    this.force[2] = z3 + fz;

    this.height = this.#value[heave]! - sTheta * lx + cTheta * (sPhi * ly + cPhi * lz) - lz;
    this.heightAcceleration = this.#second[heave]! - sTheta * fx + cTheta * (sPhi * fy + cPhi * fz);
  }
}

/** cos and sin amplitude per movement and harmonic. */
function coefficients(pattern: GaitPattern): Float64Array {
  const table = new Float64Array(channelCount * stride);
  movements.forEach((movement, channel) => {
    for (const { order, amplitude, phase } of pattern.pose[movement]) {
      const at = channel * stride + 2 * (order - 1);
      table[at]! += amplitude * Math.cos(2 * Math.PI * phase);
      table[at + 1]! += amplitude * Math.sin(2 * Math.PI * phase);
    }
  });
  return table;
}
