import type { Course } from './course.ts';
import type { Random } from './random.ts';
import { forEachStride } from './strides.ts';

/** A hoof lands: the tissue under the sensor rings. */
export interface Landing {
  readonly time: number;
  /** m/s2 at the first peak. */
  readonly strength: number;
}

/** How the tissue between a trunk and its sensor answers a blow: skin, muscle and girth are no rigid body. */
export interface Tissue {
  readonly ringHz: number;
  /** 1/s. */
  readonly decay: number;
  /** Share of the blow felt along the trunk, beside 1 upward. */
  readonly forward: number;
}

/** Soft tissue rings at 8-15 Hz and is damped within a few cycles. */
export function drawTissue(random: Random): Tissue {
  return {
    ringHz: random.between(8, 15),
    decay: random.between(25, 45),
    forward: random.between(-0.6, 0.6),
  };
}

export function drawLandings(course: Course, random: Random): Landing[] {
  const landings: Landing[] = [];
  for (const { pattern, from, to } of course.stretches)
    for (const { phase, strength } of pattern.footfalls)
      forEachStride(course, from, to, phase, (time) => {
        landings.push({ time, strength: pattern.impact * strength * Math.exp(0.3 * random.normal()) });
      });
  return landings.sort((a, b) => a.time - b.time);
}

/** After this many seconds a blow has died away. */
const memory = 0.5;

/** The ringing at one moment: d = D t^2 exp(-decay t) sin(2 pi ringHz t) after each blow, smooth from its start. */
export class ImpactReader {
  displacement = 0;
  velocity = 0;
  acceleration = 0;
  readonly #landings: readonly Landing[];
  readonly #decay: number;
  readonly #omega: number;
  readonly #scale: number;
  #first = 0;

  constructor(landings: readonly Landing[], tissue: Tissue) {
    this.#landings = landings;
    this.#decay = tissue.decay;
    this.#omega = 2 * Math.PI * tissue.ringHz;
    this.#scale = 1 / peak(this.#decay, this.#omega);
  }

  moveTo(time: number): this {
    const landings = this.#landings;
    let i = this.#first;
    while (i > 0 && landings[i - 1]!.time > time - memory) i--;
    while (i < landings.length && landings[i]!.time <= time - memory) i++;
    this.#first = i;
    this.displacement = 0;
    this.velocity = 0;
    this.acceleration = 0;
    for (; i < landings.length && landings[i]!.time < time; i++) {
      const { time: start, strength } = landings[i]!;
      const t = time - start;
      const size = strength * this.#scale * Math.exp(-this.#decay * t);
      const cos = size * Math.cos(this.#omega * t);
      const sin = size * Math.sin(this.#omega * t);
      // With c = -decay + i omega: d = Im(t^2 e^ct), d' = Im((2t + c t^2) e^ct), d'' = Im((2 + 4ct + c^2 t^2) e^ct).
      const re1 = t * (2 - this.#decay * t);
      const im1 = this.#omega * t * t;
      const re2 = 2 - 4 * this.#decay * t + (this.#decay ** 2 - this.#omega ** 2) * t * t;
      const im2 = 4 * this.#omega * t - 2 * this.#decay * this.#omega * t * t;
      this.displacement += t * t * sin;
      this.velocity += re1 * sin + im1 * cos;
      this.acceleration += re2 * sin + im2 * cos;
    }
    return this;
  }
}

/** The largest acceleration of the unscaled ringing. */
function peak(decay: number, omega: number): number {
  let largest = 0;
  for (let t = 0; t < 0.2; t += 0.0005) {
    const size = Math.exp(-decay * t);
    const re = 2 - 4 * decay * t + (decay ** 2 - omega ** 2) * t * t;
    const im = 4 * omega * t - 2 * decay * omega * t * t;
    largest = Math.max(largest, Math.abs(size * (re * Math.sin(omega * t) + im * Math.cos(omega * t))));
  }
  return largest;
}
