import {
  add,
  type Complex,
  complex,
  conjugate,
  divide,
  magnitude,
  multiply,
  squareRoot,
  subtract,
} from './complex.ts';

/**
 * One second-order section of a digital filter,
 * H(z) = (b0 + b1 z^-1 + b2 z^-2) / (1 + a1 z^-1 + a2 z^-2). A first-order one has b2 = a2 = 0.
 */
export interface Section {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** A filter as a cascade of second-order sections; each works on the output of the one before. */
export type Sections = readonly Section[];

export interface ButterworthDesign {
  /** Order of the analogue prototype, a positive integer; a band-pass has twice as many poles. */
  readonly order: number;
  readonly kind: 'lowpass' | 'highpass' | 'bandpass';
  /** Frequency in Hz at which one pass leaves 1/sqrt(2) of the amplitude; the lower and the upper one of a band-pass. */
  readonly cutoffHz: number | readonly [number, number];
  readonly sampleRateHz: number;
}

/** The poles of one section: conjugate, both real, or a single one. */
type Poles = readonly [Complex] | readonly [Complex, Complex];

/** The bilinear transform s = 4 (z - 1) / (z + 1), that is at a sample rate of 2. */
const doubleRate = 4;

/**
 * Butterworth filter as second-order sections: analogue prototype, frequency transform, bilinear transform with
 * pre-warped cutoffs (Oppenheim & Schafer, Discrete-Time Signal Processing, ch. 7). The same sections in the same
 * order as scipy.signal.butter(order, cutoff, kind, fs=rate, output='sos').
 * @throws RangeError when the order is not a positive integer, when a cutoff is not strictly between 0 and half the
 *   sample rate, when the lower one is not below the upper one, or when their number does not fit the kind.
 */
export function butterworth({ order, kind, cutoffHz, sampleRateHz }: ButterworthDesign): Sections {
  if (!(Number.isInteger(order) && order > 0)) {
    throw new RangeError(`the order must be a positive integer, not ${order}`);
  }
  const cutoffs = (typeof cutoffHz === 'number' ? [cutoffHz] : cutoffHz).map((cutoff) =>
    prewarp(cutoff, sampleRateHz),
  );
  if (cutoffs.length !== (kind === 'bandpass' ? 2 : 1)) {
    throw new RangeError(`a ${kind} cannot be designed from ${cutoffs.length} cutoff frequencies`);
  }
  const low = cutoffs[0];
  const high = cutoffs[1] ?? low;
  if (kind === 'bandpass' && !(low < high)) {
    throw new RangeError('the lower cutoff must lie below the upper one');
  }

  const analogue = prototypePoles(order).flatMap((pole): Poles[] => {
    if (kind === 'bandpass') return bandpassPoles(pole, low, high);
    const moved = kind === 'lowpass' ? multiply(pole, complex(low)) : divide(complex(low), pole);
    return [moved.im === 0 ? [moved] : [moved, conjugate(moved)]];
  });

  let gain = kind === 'bandpass' ? (high - low) ** order : kind === 'lowpass' ? low ** order : 1;
  if (kind !== 'lowpass') gain *= doubleRate ** order;
  for (const poles of analogue) {
    gain /= poles.map((pole) => subtract(complex(doubleRate), pole)).reduce(multiply).re;
  }

  const zeros: number[] = [];
  if (kind !== 'highpass') zeros.push(...new Array<number>(order).fill(-1));
  if (kind !== 'lowpass') zeros.push(...new Array<number>(order).fill(1));
  return pairWithZeros(analogue.map(toDigital), zeros, gain);
}

function prewarp(cutoffHz: number, sampleRateHz: number): number {
  if (!(cutoffHz > 0 && cutoffHz < sampleRateHz / 2)) {
    throw new RangeError(
      `the cutoff of ${cutoffHz} Hz is not between 0 and half the sample rate of ${sampleRateHz} Hz`,
    );
  }
  return doubleRate * Math.tan((Math.PI * cutoffHz) / sampleRateHz);
}

/** Poles on the left half of the unit circle: the upper one of each conjugate pair, and the real one of an odd order. */
function prototypePoles(order: number): Complex[] {
  const poles: Complex[] = [];
  for (let k = 1 - (order % 2); k < order; k += 2) {
    const angle = (Math.PI * k) / (2 * order);
    poles.push(complex(-Math.cos(angle), Math.sin(angle)));
  }
  return poles;
}

/** A prototype pole p becomes the roots of s^2 - p (high - low) s + low high. */
function bandpassPoles(pole: Complex, low: number, high: number): Poles[] {
  const half = multiply(pole, complex((high - low) / 2));
  const root = squareRoot(add(multiply(half, half), complex(-low * high)));
  const first = add(half, root);
  const second = subtract(half, root);
  if (pole.im === 0) return [[first, second]];
  return [
    [first, conjugate(first)],
    [second, conjugate(second)],
  ];
}

/** A single pole gets a partner at the origin, which changes nothing but a delay that a zero there takes back. */
function toDigital(poles: Poles): readonly [Complex, Complex] {
  const [first, second] = poles.map((pole) =>
    divide(add(complex(doubleRate), pole), subtract(complex(doubleRate), pole)),
  );
  return [first, second ?? complex(0)];
}

/**
 * Gives each pair of poles its two nearest zeros, beginning with the pair nearest to the unit circle, which becomes
 * the last section: keeps the gain of every section moderate (Jackson 1970; scipy.signal.zpk2sos, 'nearest').
 */
function pairWithZeros(pairs: (readonly [Complex, Complex])[], zeros: number[], gain: number): Section[] {
  const poleCount = 2 * pairs.length;
  const left = [...zeros, ...new Array<number>(poleCount - zeros.length).fill(0)];
  const fromCircle = (pair: readonly [Complex, Complex]) =>
    Math.min(Math.abs(1 - magnitude(pair[0])), Math.abs(1 - magnitude(pair[1])));
  const worstFirst = pairs.toSorted((a, b) => fromCircle(a) - fromCircle(b));
  const sections = worstFirst.map(([p, q], index) => {
    const worse = Math.abs(1 - magnitude(p)) <= Math.abs(1 - magnitude(q)) ? p : q;
    const [first, second] = [takeNearest(left, worse), takeNearest(left, worse)];
    const scale = index === worstFirst.length - 1 ? gain : 1;
    return {
      b0: scale,
      b1: -(first + second) * scale,
      b2: first * second * scale,
      a1: -(p.re + q.re),
      a2: p.re * q.re - p.im * q.im,
    };
  });
  return sections.reverse();
}

function takeNearest(zeros: number[], pole: Complex): number {
  let nearest = 0;
  const distance = (index: number) => (zeros[index] - pole.re) ** 2 + pole.im ** 2;
  for (let i = 1; i < zeros.length; i++) if (distance(i) < distance(nearest)) nearest = i;
  return zeros.splice(nearest, 1)[0];
}
