/**
 * Discrete Fourier transform of real signals of one length, X_k = sum_j x_j exp(-2 pi i j k / size). Tables and work
 * space are made once; a transform allocates nothing. Not re-entrant: one instance serves one caller at a time.
 *
 * The even samples become the real and the odd ones the imaginary part of a complex signal of half the length
 * (Numerical Recipes, ch. 12.3), which a self-sorting radix-4 transform takes to the frequency domain (Stockham 1966).
 */
export class RealFft {
  readonly size: number;
  readonly #half: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #re: readonly [Float64Array, Float64Array];
  readonly #im: readonly [Float64Array, Float64Array];

  /** @throws RangeError when `size` is not a power of two of at least 2. */
  constructor(size: number) {
    if (!(Number.isInteger(size) && size >= 2 && Number.isInteger(Math.log2(size)))) {
      throw new RangeError(`the size must be a power of two of at least 2, not ${size}`);
    }
    this.size = size;
    this.#half = size / 2;
    this.#cos = new Float64Array(size);
    this.#sin = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      this.#cos[i] = Math.cos((2 * Math.PI * i) / size);
      this.#sin[i] = -Math.sin((2 * Math.PI * i) / size);
    }
    this.#re = [new Float64Array(this.#half), new Float64Array(this.#half)];
    this.#im = [new Float64Array(this.#half), new Float64Array(this.#half)];
  }

  /**
   * Transforms `input` (up to `size` samples; the rest counts as 0) into the first size/2 + 1 numbers of `re` and `im`;
   * the other half of the spectrum is their conjugate.
   * @throws RangeError when `input` is longer than `size`, or `re` or `im` shorter than size/2 + 1.
   */
  forward(input: ArrayLike<number>, re: Float64Array, im: Float64Array): void {
    if (re.length <= this.#half || im.length <= this.#half) {
      throw new RangeError(`the spectrum needs room for ${this.#half + 1} numbers`);
    }
    const side = this.#transform(input);
    const half = this.#half;
    const zr = this.#re[side]!;
    const zi = this.#im[side]!;
    re[0] = zr[0]! + zi[0]!;
    im[0] = 0;
    re[half] = zr[0]! - zi[0]!;
    im[half] = 0;
    for (let k = 1, m = half - 1; k <= m; k++, m--) {
      const evenRe = 0.5 * (zr[k]! + zr[m]!);
      const evenIm = 0.5 * (zi[k]! - zi[m]!);
      const oddRe = 0.5 * (zi[k]! + zi[m]!);
      const oddIm = 0.5 * (zr[m]! - zr[k]!);
      const turnedRe = this.#cos[k]! * oddRe - this.#sin[k]! * oddIm;
      const turnedIm = this.#cos[k]! * oddIm + this.#sin[k]! * oddRe;
      re[k] = evenRe + turnedRe;
      im[k] = evenIm + turnedIm;
      re[m] = evenRe - turnedRe;
      im[m] = turnedIm - evenIm;
    }
  }

  /**
   * Writes |X_k|^2 for k = 0 ... size/2 into `out`, unscaled.
   * @throws RangeError when `input` is longer than `size`, or `out` shorter than size/2 + 1.
   */
  power(input: ArrayLike<number>, out: Float64Array): void {
    if (out.length <= this.#half)
      throw new RangeError(`the spectrum needs room for ${this.#half + 1} numbers`);
    const side = this.#transform(input);
    const half = this.#half;
    const zr = this.#re[side]!;
    const zi = this.#im[side]!;
    out[0] = (zr[0]! + zi[0]!) ** 2;
    out[half] = (zr[0]! - zi[0]!) ** 2;
    for (let k = 1, m = half - 1; k <= m; k++, m--) {
      const evenRe = 0.5 * (zr[k]! + zr[m]!);
      const evenIm = 0.5 * (zi[k]! - zi[m]!);
      const oddRe = 0.5 * (zi[k]! + zi[m]!);
      const oddIm = 0.5 * (zr[m]! - zr[k]!);
      const turnedRe = this.#cos[k]! * oddRe - this.#sin[k]! * oddIm;
      const turnedIm = this.#cos[k]! * oddIm + this.#sin[k]! * oddRe;
      out[k] = (evenRe + turnedRe) ** 2 + (evenIm + turnedIm) ** 2;
      out[m] = (evenRe - turnedRe) ** 2 + (turnedIm - evenIm) ** 2;
    }
  }

  /** Complex transform of half the size; returns which of the two work spaces holds it. */
  #transform(input: ArrayLike<number>): 0 | 1 {
    const half = this.#half;
    const length = input.length;
    if (length > this.size) throw new RangeError(`${length} samples do not fit a transform of ${this.size}`);
    let side: 0 | 1 = 0;
    const re = this.#re[0];
    const im = this.#im[0];
    const whole = length >> 1;
    for (let i = 0; i < whole; i++) {
      re[i] = input[2 * i]!;
      im[i] = input[2 * i + 1]!;
    }
    if (whole < half) {
      re.fill(0, whole);
      im.fill(0, whole);
      if (length % 2 === 1) re[whole] = input[length - 1]!;
    }
    let stride = 1;
    let block = half;
    for (; block >= 4; block /= 4, stride *= 4) {
      this.#radix4(side, block / 4, stride);
      side = side === 0 ? 1 : 0;
    }
    if (block === 2) {
      radix2(this.#re[side]!, this.#im[side]!, stride);
    }
    return side;
  }

  #radix4(side: 0 | 1, quarter: number, stride: number): void {
    const xr = this.#re[side]!;
    const xi = this.#im[side]!;
    const yr = this.#re[1 - side]!;
    const yi = this.#im[1 - side]!;
    const cos = this.#cos;
    const sin = this.#sin;
    const step = quarter * stride;
    // Turning by one part of a block is 2 stride parts of the full circle of `size`.
    for (let p = 0; p < quarter; p++) {
      const t = 2 * p * stride;
      const c1 = cos[t]!;
      const s1 = sin[t]!;
      const c2 = cos[2 * t]!;
      const s2 = sin[2 * t]!;
      const c3 = cos[3 * t]!;
      const s3 = sin[3 * t]!;
      const from = p * stride;
      const to = 4 * p * stride;
      for (let q = 0; q < stride; q++) {
        const a = from + q;
        const b = a + step;
        const c = b + step;
        const d = c + step;
        const sumAcRe = xr[a]! + xr[c]!;
        const sumAcIm = xi[a]! + xi[c]!;
        const differenceAcRe = xr[a]! - xr[c]!;
        const differenceAcIm = xi[a]! - xi[c]!;
        const sumBdRe = xr[b]! + xr[d]!;
        const sumBdIm = xi[b]! + xi[d]!;
        // i (b - d)
        const turnedBdRe = xi[d]! - xi[b]!;
        const turnedBdIm = xr[b]! - xr[d]!;
        const e = to + q;
        const f = e + stride;
        const g = f + stride;
        const h = g + stride;
        yr[e] = sumAcRe + sumBdRe;
        yi[e] = sumAcIm + sumBdIm;
        const fr = differenceAcRe - turnedBdRe;
        const fi = differenceAcIm - turnedBdIm;
        yr[f] = c1 * fr - s1 * fi;
        yi[f] = c1 * fi + s1 * fr;
        const gr = sumAcRe - sumBdRe;
        const gi = sumAcIm - sumBdIm;
        yr[g] = c2 * gr - s2 * gi;
        yi[g] = c2 * gi + s2 * gr;
        const hr = differenceAcRe + turnedBdRe;
        const hi = differenceAcIm + turnedBdIm;
        yr[h] = c3 * hr - s3 * hi;
        yi[h] = c3 * hi + s3 * hr;
      }
    }
  }
}

/** The last stage of a transform whose length is not a power of four, in place. */
function radix2(re: Float64Array, im: Float64Array, stride: number): void {
  for (let a = 0, b = stride; a < stride; a++, b++) {
    const r = re[a]! - re[b]!;
    const i = im[a]! - im[b]!;
    re[a] = re[a]! + re[b]!;
    im[a] = im[a]! + im[b]!;
    re[b] = r;
    im[b] = i;
  }
}
