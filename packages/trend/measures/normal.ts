/** Share of a standard normal distribution beyond |z| on both sides; relative error below 1.2e-7 (Numerical Recipes, erfcc). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ].reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return Math.min(1, t * Math.exp(-x * x + series));
}

/** 95 % of a standard normal distribution lie within +- this. */
export const within95 = 1.959963984540054;
