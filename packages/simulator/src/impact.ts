import type { Course } from './course.ts';
import { type Footfall, movements } from './gait.ts';
import type { Random } from './random.ts';
import { forEachStride, timeOfStride } from './stride-times.ts';

/** Hooves landing, in order of time (s); blows has six numbers for each, one per movement: m/s2 or rad/s2. */
export interface Landings {
  readonly times: Float64Array;
  readonly blows: Float64Array;
}

/** How the tissue between trunk and sensor rings, along the axes and about them, and the sharp beginning of it. */
export interface Tissue {
  readonly along: Ringing;
  readonly about: Ringing;
  readonly sharp: Ringing;
  /** Largest acceleration of the sharp beginning, beside 1 of the ringing. */
  readonly sharpness: number;
}

/** d = D t^2 exp(-decay t) sin(2 pi hertz t) after each blow: smooth from its very start. */
interface Ringing {
  readonly hertz: number;
  /** 1/s. */
  readonly decay: number;
}

/** Skin, muscle and girth are no rigid body: they ring at 8-15 Hz, damped within a few cycles, after a spike. */
export function drawTissue(random: Random): Tissue {
  const ringing = (): Ringing => ({ hertz: random.between(8, 15), decay: random.between(25, 60) });
  return {
    along: ringing(),
    about: ringing(),
    sharp: { hertz: random.between(25, 40), decay: random.between(70, 150) },
    sharpness: random.between(0.2, 0.8),
  };
}

export function drawLandings(course: Course, random: Random): Landings {
  const times: number[] = [];
  const footfalls: Footfall[] = [];
  const strideHz = course.strideHz.reader();
  for (const { pattern, from, to } of course.stretches)
    forEachStride(course, from - 2, to, 0, (_, count) => {
      for (const footfall of pattern.footfalls) {
        const time = timeOfStride(strideHz, count + footfall.phase, times.at(-1) ?? from);
        if (time < from || time >= to) continue;
        if (course.jumps.some(({ start, end }) => time >= start && time < end)) continue;
        times.push(time);
        footfalls.push(footfall);
      }
    });
  const blows = new Float64Array(times.length * movements.length);
  footfalls.forEach(({ blow, scatter }, landing) => {
    const strength = Math.exp(0.25 * random.normal());
    blow.forEach((mean, i) => {
      blows[landing * movements.length + i] = strength * mean + scatter[i < 3 ? 0 : 1] * random.normal();
    });
  });
  return { times: Float64Array.from(times), blows };
}

/** Both in order of time. */
export function mergedLandings(a: Landings, b: Landings): Landings {
  const all = [a, b].flatMap(({ times, blows }) =>
    Array.from(times, (time, i) => ({ time, blow: blows.subarray(6 * i, 6 * i + 6) })),
  );
  all.sort((one, other) => one.time - other.time);
  return {
    times: Float64Array.from(all, ({ time }) => time),
    blows: Float64Array.from(all.flatMap(({ blow }) => [...blow])),
  };
}

/** After this many seconds a blow has died away: exp(-12.5) of it is left. */
const memory = 0.5;

/** The ringing at one moment, per movement. */
export class ImpactReader {
  readonly displacement = new Float64Array(movements.length);
  readonly velocity = new Float64Array(movements.length);
  readonly acceleration = new Float64Array(movements.length);
  readonly #times: Float64Array;
  readonly #blows: Float64Array;
  readonly #along: Wave;
  readonly #about: Wave;
  readonly #sharp: Wave;
  readonly #sharpness: number;
  #first = 0;

  constructor({ times, blows }: Landings, tissue: Tissue) {
    this.#times = times;
    this.#blows = blows;
    this.#along = new Wave(tissue.along);
    this.#about = new Wave(tissue.about);
    this.#sharp = new Wave(tissue.sharp);
    this.#sharpness = tissue.sharpness;
  }

  moveTo(time: number): this {
    const times = this.#times;
    const blows = this.#blows;
    let i = this.#first;
    while (i > 0 && times[i - 1] > time - memory) i--;
    while (i < times.length && times[i] <= time - memory) i++;
    this.#first = i;
    this.displacement.fill(0);
    this.velocity.fill(0);
    this.acceleration.fill(0);
    for (; i < times.length && times[i] < time; i++) {
      const start = times[i];
      this.#along.moveTo(time - start);
      this.#about.moveTo(time - start);
      const sharp = this.#sharp.moveTo(time - start);
      const share = this.#sharpness;
      for (let channel = 0; channel < movements.length; channel++) {
        const blow = blows[i * movements.length + channel];
        const wave = channel < 3 ? this.#along : this.#about;
        this.displacement[channel] += blow * (wave.value + share * sharp.value);
        this.velocity[channel] += blow * (wave.first + share * sharp.first);
        this.acceleration[channel] += blow * (wave.second + share * sharp.second);
      }
    }
    return this;
  }
}

/** One blow whose largest acceleration is 1. */
class Wave {
  value = 0;
  first = 0;
  second = 0;
  readonly #decay: number;
  readonly #omega: number;
  #scale = 1;

  constructor({ hertz, decay }: Ringing) {
    this.#decay = decay;
    this.#omega = 2 * Math.PI * hertz;
    let peak = 0;
    for (let t = 0; t < 0.2; t += 0.0005) peak = Math.max(peak, Math.abs(this.moveTo(t).second));
    this.#scale = 1 / peak;
  }

  moveTo(t: number): this {
    const decay = this.#decay;
    const omega = this.#omega;
    const size = this.#scale * Math.exp(-decay * t);
    const cos = size * Math.cos(omega * t);
    const sin = size * Math.sin(omega * t);
    // With c = -decay + i omega: d = Im(t^2 e^ct), d' = Im((2t + c t^2) e^ct), d'' = Im((2 + 4ct + c^2 t^2) e^ct).
    const re1 = t * (2 - decay * t);
    const im1 = omega * t * t;
    const re2 = 2 - 4 * decay * t + (decay * decay - omega * omega) * t * t;
    const im2 = 4 * omega * t - 2 * decay * omega * t * t;
    this.value = t * t * sin;
    this.first = re1 * sin + im1 * cos;
    this.second = re2 * sin + im2 * cos;
    return this;
  }
}
