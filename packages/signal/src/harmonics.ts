/** `mean + sum over k = 1 ... count of cos[k-1] cos(2 pi k f t) + sin[k-1] sin(2 pi k f t)`. */
export interface Harmonics {
  readonly mean: number;
  /** `count` amplitudes in the unit of the values; the first belongs to the frequency itself. */
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** Root mean square of what the harmonics leave unexplained, in the unit of the values. */
  readonly residual: number;
}

/**
 * Least-squares fit of a mean and the first `count` harmonics of a known frequency to `values[from]` ... `values[to - 1]`;
 * t = 0 at `values[from]`. Works for any part of a period; the normal equations are solved by Cholesky decomposition.
 * @throws RangeError when the slice lies outside the values, holds fewer than 2 count + 1 of them, or cannot tell the
 *   harmonics apart (far less than a period, or a harmonic at half the sample rate or above).
 */
export function fitHarmonics(
  values: ArrayLike<number>,
  from: number,
  to: number,
  sampleRateHz: number,
  frequencyHz: number,
  count: number,
): Harmonics {
  const terms = 2 * count + 1;
  if (!(from >= 0 && to <= values.length))
    throw new RangeError(`${from} to ${to} is not within ${values.length} values`);
  if (!(to - from >= terms))
    throw new RangeError(`${to - from} values cannot determine ${terms} coefficients`);
  if (!(count * frequencyHz < sampleRateHz / 2)) {
    throw new RangeError(`harmonic ${count} of ${frequencyHz} Hz is not below half of ${sampleRateHz} Hz`);
  }
  const basis = new Float64Array(terms);
  const matrix = new Float64Array(terms * terms);
  const right = new Float64Array(terms);
  // Fitted to the distance from the first value: a large level must not cost digits.
  const level = values[from]!;
  for (let i = from; i < to; i++) {
    fillBasis(basis, ((i - from) * frequencyHz) / sampleRateHz);
    const value = values[i]! - level;
    for (let row = 0; row < terms; row++) {
      right[row] = right[row]! + basis[row]! * value;
      for (let column = 0; column <= row; column++) {
        matrix[row * terms + column] = matrix[row * terms + column]! + basis[row]! * basis[column]!;
      }
    }
  }
  const solution = solveSymmetric(matrix, right);
  let squares = 0;
  for (let i = from; i < to; i++) {
    fillBasis(basis, ((i - from) * frequencyHz) / sampleRateHz);
    let rest = values[i]! - level;
    for (let term = 0; term < terms; term++) rest -= solution[term]! * basis[term]!;
    squares += rest * rest;
  }
  const cos = new Float64Array(count);
  const sin = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    cos[k] = solution[1 + 2 * k]!;
    sin[k] = solution[2 + 2 * k]!;
  }
  return { mean: level + solution[0]!, cos, sin, residual: Math.sqrt(squares / (to - from)) };
}

/** 1, cos, sin, cos 2, sin 2 ... of `turns` full turns; the multiples by adding angles. */
function fillBasis(basis: Float64Array, turns: number): void {
  const cos = Math.cos(2 * Math.PI * turns);
  const sin = Math.sin(2 * Math.PI * turns);
  basis[0] = 1;
  let c = 1;
  let s = 0;
  for (let term = 1; term < basis.length; term += 2) {
    const next = c * cos - s * sin;
    s = s * cos + c * sin;
    c = next;
    basis[term] = c;
    basis[term + 1] = s;
  }
}

/** Solves A x = b for a symmetric positive definite A, given by its lower triangle; destroys both. */
function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    const diagonal = a[j * n + j]!;
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!;
      if (i > j) a[i * n + j] = sum / a[j * n + j]!;
      else if (sum > diagonal * 1e-10) a[j * n + j] = Math.sqrt(sum);
      else throw new RangeError('the slice cannot tell the harmonics apart');
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] = b[i]! - a[i * n + k]! * b[k]!;
    b[i] = b[i]! / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] = b[i]! - a[k * n + i]! * b[k]!;
    b[i] = b[i]! / a[i * n + i]!;
  }
  return b;
}
