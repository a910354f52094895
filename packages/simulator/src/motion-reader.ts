import { movements } from './gait.ts';
import { gravity } from './gravity.ts';
import type { Motion } from './motion.ts';
import { PoseReader } from './pose.ts';
import type { TrackReader } from './track.ts';

const [surge, sway, heave, roll, pitch, yaw] = movements.map((_, i) => i) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * The motion at one moment, exact: every quantity carries its first and second derivative, nothing is
 * differentiated numerically.
 *
 * A point travels over the ground with the speed along the heading; about it the trunk makes its six movements,
 * and the sensor sits on the trunk at the end of a lever. The attitude is Rz(heading + yaw) Ry(pitch) Rx(roll);
 * x forward, y left, z up, all right-handed.
 */
export class MotionReader {
  /** Specific force in the sensor's place, along the trunk's axes, m/s2: forward, left, up. */
  readonly force = new Float64Array(3);
  /** Angular rate about the trunk's axes, rad/s. */
  readonly rate = new Float64Array(3);
  /** Where the sensor is beside the travelling point, m: along the heading, to its left, up. */
  readonly place = new Float64Array(3);
  /** rad, of the trunk with its sensor beside the heading. */
  readonly attitude = { roll: 0, pitch: 0, yaw: 0 };
  /** rad from the start. */
  heading = 0;
  /** Strides since the start. */
  strides = 0;

  readonly #lean: number;
  readonly #lever: Motion['lever'];
  readonly #pose: PoseReader;
  readonly #speed: TrackReader;
  readonly #headingRate: TrackReader;
  readonly #slope: TrackReader;
  readonly #slip: TrackReader;

  constructor(motion: Motion) {
    this.#lean = motion.lean;
    this.#lever = motion.lever;
    this.#pose = new PoseReader(motion);
    this.#speed = motion.course.speed.reader();
    this.#headingRate = motion.course.headingRate.reader();
    this.#slope = motion.course.slope.reader();
    this.#slip = motion.slip.reader();
  }

  moveTo(time: number): this {
    const { value, first, second, strides } = this.#pose.moveTo(time);
    const turn = this.#headingRate.moveTo(time);
    const speed = this.#speed.moveTo(time);
    const slope = this.#slope.moveTo(time);
    const slip = this.#slip.moveTo(time);
    this.strides = strides;
    this.heading = turn.integral;

    value[roll] += slip.value;
    first[roll] += slip.slope;
    second[roll] += slip.curvature;
    this.#addLean(speed, turn, slope);

    // The trunk's middle, in the frame that turns with the heading: its own movement, what the turning frame
    // adds (Coriolis, Euler, centrifugal), and that of the travelling point.
    const w = turn.value;
    const along =
      second[surge] - 2 * w * first[sway] - turn.slope * value[sway] - w * w * value[surge] + speed.slope;
    const across =
      second[sway] + 2 * w * first[surge] + turn.slope * value[surge] - w * w * value[sway] + speed.value * w;
    const up = second[heave] + speed.slope * slope.value + speed.value * slope.slope;
    this.#turn(along, across, up + gravity, turn);
    return this;
  }

  /** Leaning into the curve, nose up on a climb. */
  #addLean(speed: TrackReader, turn: TrackReader, slope: TrackReader): void {
    const x = (speed.value * turn.value) / gravity;
    const dx = (speed.slope * turn.value + speed.value * turn.slope) / gravity;
    const ddx =
      (speed.curvature * turn.value + 2 * speed.slope * turn.slope + speed.value * turn.curvature) / gravity;
    this.#addArctangent(roll, -this.#lean, x, dx, ddx);
    this.#addArctangent(pitch, -1, slope.value, slope.slope, slope.curvature);
  }

  #addArctangent(channel: number, factor: number, x: number, dx: number, ddx: number): void {
    const g = 1 / (1 + x * x);
    this.#pose.value[channel] += factor * Math.atan(x);
    this.#pose.first[channel] += factor * g * dx;
    this.#pose.second[channel] += factor * (g * ddx - 2 * x * g * g * dx * dx);
  }

  /** Rates, force and place of the sensor from the attitude and the force on the trunk's middle. */
  #turn(along: number, across: number, up: number, turn: TrackReader): void {
    const { value, first, second } = this.#pose;
    const phi = value[roll];
    const dPhi = first[roll];
    const ddPhi = second[roll];
    const theta = value[pitch];
    const dTheta = first[pitch];
    const ddTheta = second[pitch];
    const psi = value[yaw];
    const dPsi = first[yaw] + turn.value;
    const ddPsi = second[yaw] + turn.slope;
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

    // Into the trunk's frame: yaw, then pitch, then roll. On top of it what the lever adds, a x r + w x (w x r).
    const x1 = cPsi * along + sPsi * across;
    const y1 = cPsi * across - sPsi * along;
    const z2 = sTheta * x1 + cTheta * up;
    const [lx, ly, lz] = this.#lever;
    const spin = p * lx + q * ly + r * lz;
    const squared = p * p + q * q + r * r;
    this.force[0] = cTheta * x1 - sTheta * up + dq * lz - dr * ly + p * spin - squared * lx;
    this.force[1] = cPhi * y1 + sPhi * z2 + dr * lx - dp * lz + q * spin - squared * ly;
    this.force[2] = cPhi * z2 - sPhi * y1 + dp * ly - dq * lx + r * spin - squared * lz;

    // And the lever out of it: roll, then pitch, then yaw.
    const leverLeft = cPhi * ly - sPhi * lz;
    const leverUp = sPhi * ly + cPhi * lz;
    const leverForward = cTheta * lx + sTheta * leverUp;
    this.place[0] = value[surge] + cPsi * leverForward - sPsi * leverLeft;
    this.place[1] = value[sway] + sPsi * leverForward + cPsi * leverLeft;
    this.place[2] = value[heave] + cTheta * leverUp - sTheta * lx;
  }
}
