/**
 * Discrete Fourier transform of real signals of one length, X_k = sum_j x_j exp(-2 pi i j k / size). Tables and work
 * space are made once; a transform allocates nothing. Not re-entrant: one instance serves one caller at a time.
 *
 * The even samples become the real and the odd ones the imaginary part of a complex signal of half the length
 * (Numerical Recipes, ch. 12.3), which a self-sorting radix-4 transform (Stockham; Van Loan 1992, ch. 1.7) takes to
 * the frequency domain.
 */
export class RealFft {
  readonly size: number;
  readonly #half: number;
  /** exp(-2 pi i j / size). */
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #input: Float64Array;
  /** The stages of the transform go to and fro between two work spaces. */
  readonly #re: readonly [Float64Array, Float64Array];
  readonly #im: readonly [Float64Array, Float64Array];
  /** What `power` squares. */
  readonly #spectrumRe: Float64Array;
  readonly #spectrumIm: Float64Array;

  /** @throws RangeError when `size` is not a power of two of at least 2. */
  constructor(size: number) {
    if (!(Number.isInteger(size) && size >= 2 && Number.isInteger(Math.log2(size)))) {
      throw new RangeError(`the size must be a power of two of at least 2, not ${size}`);
    }
    const half = size / 2;
    this.size = size;
    this.#half = half;
    this.#cos = Float64Array.from({ length: size }, (_, j) => Math.cos((2 * Math.PI * j) / size));
    this.#sin = Float64Array.from({ length: size }, (_, j) => -Math.sin((2 * Math.PI * j) / size));
    this.#input = new Float64Array(size);
    this.#re = [new Float64Array(half), new Float64Array(half)];
    this.#im = [new Float64Array(half), new Float64Array(half)];
    this.#spectrumRe = new Float64Array(half + 1);
    this.#spectrumIm = new Float64Array(half + 1);
  }

  /**
   * Transforms `input` (up to `size` samples; the rest counts as 0) into the first size/2 + 1 numbers of `re` and `im`;
   * the other half of the spectrum is their conjugate.
   * @throws RangeError when `input` is longer than `size`, or `re` or `im` shorter than size/2 + 1.
   */
  forward(input: ArrayLike<number>, re: Float64Array, im: Float64Array): void {
    const half = this.#half;
    if (re.length <= half || im.length <= half)
      throw new RangeError(`a spectrum needs room for ${half + 1} numbers`);
    const side = this.#transform(input);
    const zr = this.#re[side];
    const zi = this.#im[side];
    const cos = this.#cos;
    const sin = this.#sin;
    re[0] = zr[0] + zi[0];
    im[0] = 0;
    re[half] = zr[0] - zi[0];
    im[half] = 0;
    for (let k = 1, m = half - 1; k <= m; k++, m--) {
      const evenRe = 0.5 * (zr[k] + zr[m]);
      const evenIm = 0.5 * (zi[k] - zi[m]);
      const oddRe = 0.5 * (zi[k] + zi[m]);
      const oddIm = 0.5 * (zr[m] - zr[k]);
      const turnedRe = cos[k] * oddRe - sin[k] * oddIm;
      const turnedIm = cos[k] * oddIm + sin[k] * oddRe;
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
    if (out.length <= this.#half) throw new RangeError(`a spectrum needs room for ${this.#half + 1} numbers`);
    const re = this.#spectrumRe;
    const im = this.#spectrumIm;
    this.forward(input, re, im);
    for (let k = 0; k < re.length; k++) out[k] = re[k] ** 2 + im[k] ** 2;
  }

  /** Complex transform of half the size; returns which of the two work spaces holds it. */
  #transform(input: ArrayLike<number>): 0 | 1 {
    const x = this.#input;
    if (input.length > this.size)
      throw new RangeError(`${input.length} samples exceed a transform of ${this.size}`);
    x.set(input);
    x.fill(0, input.length);
    const re = this.#re[0];
    const im = this.#im[0];
    for (let i = 0; i < re.length; i++) {
      re[i] = x[2 * i];
      im[i] = x[2 * i + 1];
    }
    let side: 0 | 1 = 0;
    let stride = 1;
    let block = this.#half;
    for (; block >= 4; block /= 4, stride *= 4) {
      this.#radix4(side, block / 4, stride);
      side = side === 0 ? 1 : 0;
    }
    if (block === 2) radix2(this.#re[side], this.#im[side], stride);
    return side;
  }

  /** Splits `stride` interleaved blocks of 4 `quarter` numbers into blocks of a quarter of the length each. */
  #radix4(side: 0 | 1, quarter: number, stride: number): void {
    const xr = this.#re[side];
    const xi = this.#im[side];
    const yr = this.#re[1 - side];
    const yi = this.#im[1 - side];
    const cos = this.#cos;
    const sin = this.#sin;
    const step = quarter * stride;
    for (let p = 0; p < quarter; p++) {
      // One part of a block is 2 stride parts of the full circle of `size`.
      const turn = 2 * p * stride;
      const c1 = cos[turn];
      const s1 = sin[turn];
      const c2 = cos[2 * turn];
      const s2 = sin[2 * turn];
      const c3 = cos[3 * turn];
      const s3 = sin[3 * turn];
      for (let a = p * stride, e = 4 * a, end = a + stride; a < end; a++, e++) {
        const b = a + step;
        const c = b + step;
        const d = c + step;
        const evenSumRe = xr[a] + xr[c];
        const evenSumIm = xi[a] + xi[c];
        const evenDifferenceRe = xr[a] - xr[c];
        const evenDifferenceIm = xi[a] - xi[c];
        const oddSumRe = xr[b] + xr[d];
        const oddSumIm = xi[b] + xi[d];
        // Times i.
        const oddDifferenceRe = xi[d] - xi[b];
        const oddDifferenceIm = xr[b] - xr[d];
        const f = e + stride;
        const g = f + stride;
        const h = g + stride;
        yr[e] = evenSumRe + oddSumRe;
        yi[e] = evenSumIm + oddSumIm;
        const fr = evenDifferenceRe - oddDifferenceRe;
        const fi = evenDifferenceIm - oddDifferenceIm;
        yr[f] = c1 * fr - s1 * fi;
        yi[f] = c1 * fi + s1 * fr;
        const gr = evenSumRe - oddSumRe;
        const gi = evenSumIm - oddSumIm;
        yr[g] = c2 * gr - s2 * gi;
        yi[g] = c2 * gi + s2 * gr;
        const hr = evenDifferenceRe + oddDifferenceRe;
        const hi = evenDifferenceIm + oddDifferenceIm;
        yr[h] = c3 * hr - s3 * hi;
        yi[h] = c3 * hi + s3 * hr;
      }
    }
  }
}

/** The last stage of a transform whose length is not a power of four, in place. */
function radix2(re: Float64Array, im: Float64Array, stride: number): void {
  for (let a = 0, b = stride; a < stride; a++, b++) {
    const differenceRe = re[a] - re[b];
    const differenceIm = im[a] - im[b];
    re[a] = re[a] + re[b];
    im[a] = im[a] + im[b];
    re[b] = differenceRe;
    im[b] = differenceIm;
  }
}
