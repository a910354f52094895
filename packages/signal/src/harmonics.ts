/** `mean + sum over k = 1 ... count of cos[k - 1] cos(2 pi k f t) + sin[k - 1] sin(2 pi k f t)`. */
export interface Harmonics {
  readonly mean: number;
  /** `count` amplitudes in the unit of the values; the first belongs to the frequency itself. */
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** Root mean square of what mean and harmonics leave unexplained, in the unit of the values. */
  readonly residual: number;
}

/**
 * Least-squares fit of a mean and the first `count` harmonics of a known frequency to `values[from]` ... `values[to - 1]`;
 * t = 0 at `values[from]`. Need not be whole periods. The matrix of the normal equations is known in closed form
 * (sums of cosines at equal steps, Dirichlet 1829); they are solved by Cholesky decomposition.
 *
 * @param from index of the first value, `to` the index after the last.
 * @throws RangeError when the slice lies outside the values, holds fewer than 2 count + 1 of them, or cannot tell the
 *   harmonics apart (far less than a period, or a harmonic at or above half the sample rate).
 */
export function fitHarmonics(
  values: ArrayLike<number>,
  from: number,
  to: number,
  sampleRateHz: number,
  frequencyHz: number,
  count: number,
): Harmonics {
  const n = to - from;
  const terms = 2 * count + 1;
  if (!(from >= 0 && to <= values.length))
    throw new RangeError(`${from} to ${to} is not within ${values.length} values`);
  if (!(n >= terms)) throw new RangeError(`${n} values cannot determine ${terms} coefficients`);
  if (!(frequencyHz > 0 && count * frequencyHz < sampleRateHz / 2)) {
    throw new RangeError(
      `harmonic ${count} of ${frequencyHz} Hz is not between 0 and half of ${sampleRateHz} Hz`,
    );
  }
  const step = (2 * Math.PI * frequencyHz) / sampleRateHz;
  // Fitted to the distance from the first value: a large level must not cost digits.
  const level = values[from];
  const rest = new Float64Array(n);
  for (let i = 0; i < n; i++) rest[i] = values[from + i] - level;

  const right = new Float64Array(terms);
  for (const value of rest) right[0] = right[0] + value;
  for (let k = 1; k <= count; k++) project(rest, k * step, right, 2 * k - 1);
  const solution = solveSymmetric(normalMatrix(count, step, n), right);
  const mean = solution[0];
  const cos = new Float64Array(count);
  const sin = new Float64Array(count);
  for (let k = 1; k <= count; k++) {
    cos[k - 1] = solution[2 * k - 1];
    sin[k - 1] = solution[2 * k];
    subtract(rest, k * step, cos[k - 1], sin[k - 1]);
  }
  let squares = 0;
  for (const value of rest) squares += (value - mean) ** 2;
  return { mean: level + mean, cos, sin, residual: Math.sqrt(squares / n) };
}

/** Samples over which an angle is advanced by addition before it is computed afresh: rounding must not pile up. */
const AFRESH = 256;

/** Writes the sums of values times cosine and times sine of `angle` per sample to `sums[at]` and `sums[at + 1]`. */
function project(values: Float64Array, angle: number, sums: Float64Array, at: number): void {
  const stepCos = Math.cos(angle);
  const stepSin = Math.sin(angle);
  let sumCos = 0;
  let sumSin = 0;
  for (let from = 0; from < values.length; from += AFRESH) {
    let c = Math.cos(angle * from);
    let s = Math.sin(angle * from);
    const to = Math.min(from + AFRESH, values.length);
    for (let i = from; i < to; i++) {
      sumCos += values[i] * c;
      sumSin += values[i] * s;
      const next = c * stepCos - s * stepSin;
      s = s * stepCos + c * stepSin;
      c = next;
    }
  }
  sums[at] = sumCos;
  sums[at + 1] = sumSin;
}

/** Takes `cos` times the cosine and `sin` times the sine of `angle` per sample off the values. */
function subtract(values: Float64Array, angle: number, cos: number, sin: number): void {
  const stepCos = Math.cos(angle);
  const stepSin = Math.sin(angle);
  for (let from = 0; from < values.length; from += AFRESH) {
    let c = Math.cos(angle * from);
    let s = Math.sin(angle * from);
    const to = Math.min(from + AFRESH, values.length);
    for (let i = from; i < to; i++) {
      values[i] = values[i] - cos * c - sin * s;
      const next = c * stepCos - s * stepSin;
      s = s * stepCos + c * stepSin;
      c = next;
    }
  }
}

/** Lower triangle of the products of 1, cos, sin, cos 2, sin 2 ... of `step` per sample, summed over n samples. */
function normalMatrix(count: number, step: number, n: number): Float64Array {
  const terms = 2 * count + 1;
  const sumCos = new Float64Array(terms);
  const sumSin = new Float64Array(terms);
  for (let m = 0; m < terms; m++) {
    const half = (m * step) / 2;
    const kernel = m === 0 ? n : Math.sin(n * half) / Math.sin(half);
    sumCos[m] = kernel * Math.cos((n - 1) * half);
    sumSin[m] = kernel * Math.sin((n - 1) * half);
  }
  const matrix = new Float64Array(terms * terms);
  matrix[0] = n;
  for (let j = 1; j <= count; j++) {
    const cosRow = (2 * j - 1) * terms;
    const sinRow = 2 * j * terms;
    matrix[cosRow] = sumCos[j];
    matrix[sinRow] = sumSin[j];
    for (let k = 1; k <= j; k++) {
      const [c, s] = [2 * k - 1, 2 * k];
      matrix[cosRow + c] = (sumCos[j - k] + sumCos[j + k]) / 2;
      matrix[cosRow + s] = (sumSin[j + k] - sumSin[j - k]) / 2;
      matrix[sinRow + c] = (sumSin[j + k] + sumSin[j - k]) / 2;
      matrix[sinRow + s] = (sumCos[j - k] - sumCos[j + k]) / 2;
    }
  }
  return matrix;
}

/** Solves A x = b for a symmetric positive definite A, given by its lower triangle; destroys both. */
function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    const diagonal = a[j * n + j];
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      if (i > j) a[i * n + j] = sum / a[j * n + j];
      else if (sum > 1e-10 * diagonal) a[j * n + j] = Math.sqrt(sum);
      else throw new RangeError('the slice is too short to tell the harmonics apart');
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] = b[i] - a[i * n + k] * b[k];
    b[i] = b[i] / a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] = b[i] - a[k * n + i] * b[k];
    b[i] = b[i] / a[i * n + i];
  }
  return b;
}
