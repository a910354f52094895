import type { Judgement } from './judgements.ts';
import { parameters } from './parameters.ts';
import { SortedWindow } from './sorted-window.ts';

export type Direction = 'higher' | 'lower';

/** The band of what is usual. */
export interface Band {
  readonly n: number;
  readonly median: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/** A value beside what was usual before it; `band` is null while too few are known. */
export interface Judged {
  readonly band: Band | null;
  readonly direction: Direction | null;
}

/** Makes the median absolute deviation of n normal values right on average (Croux & Rousseeuw 1992, table 1). */
const smallSample = [0, 0, 1.196, 1.495, 1.363, 1.206, 1.2, 1.14, 1.129, 1.107];

/**
 * What is usual for a horse in one metric among comparable sessions, followed through time. The band is median +- width x
 * deviation of the latest sessions; the deviation is 1.4826 MAD, at least the floor. It goes no further beyond all of these
 * than width x the deviation from one session to the next, as the spread of what rises or falls is no unsteadiness.
 *
 * A value outside is held back: it enters what is usual once a later one is inside again, so that it does not widen the
 * band it is judged by. After `newNormalAfter` in a row on the same side these are what is usual.
 */
export class Usual {
  readonly #judgement: Judgement;
  readonly #values = new SortedWindow(parameters.usualOver);
  /** How far each is from the one before it. */
  readonly #steps = new SortedWindow(parameters.usualOver - 1);
  #last: number | null = null;
  #heldBack: number[] = [];
  #side: Direction | null = null;

  constructor(judgement: Judgement) {
    this.#judgement = judgement;
  }

  /** How many values it is told from. */
  get n(): number {
    return this.#values.size;
  }

  /** Null below the number of sessions needed. */
  band(): Band | null {
    const n = this.#values.size;
    if (n < parameters.atLeast) return null;
    const { floor, width, highest = Number.POSITIVE_INFINITY } = this.#judgement;
    const median = this.#values.median();
    const correction = smallSample[n] ?? n / (n - 0.8);
    const deviation = Math.max(1.4826 * correction * this.#values.medianAbsoluteDeviation(), floor);
    const beyond = width * Math.max((1.4826 * this.#steps.median()) / Math.SQRT2, floor);
    const low = Math.max(median - width * deviation, this.#values.least - beyond, 0);
    const high = Math.min(median + width * deviation, this.#values.most + beyond, highest);
    return { n, median, deviation, low, high };
  }

  /** Judges a value by those before it, and takes it in. */
  judge(value: number): Judged {
    const band = this.band();
    const direction = band === null ? null : sideOf(value, band);
    if (direction === null) {
      this.#release();
      this.#push(value);
    } else {
      if (direction !== this.#side) this.#release();
      this.#side = direction;
      this.#heldBack.push(value);
      if (this.#heldBack.length === parameters.newNormalAfter) {
        this.#values.clear();
        this.#steps.clear();
        this.#last = null;
        this.#release();
      }
    }
    return { band, direction };
  }

  #release(): void {
    for (const value of this.#heldBack) this.#push(value);
    this.#heldBack = [];
    this.#side = null;
  }

  #push(value: number): void {
    this.#values.push(value);
    if (this.#last !== null) this.#steps.push(Math.abs(value - this.#last));
    this.#last = value;
  }
}

function sideOf(value: number, { low, high }: Band): Direction | null {
  if (value > high) return 'higher';
  return value < low ? 'lower' : null;
}
