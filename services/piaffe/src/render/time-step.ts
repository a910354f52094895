const roundSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** The smallest round step of time (s) that is no shorter than `least`. */
export function timeStep(least: number): number {
  return roundSteps.find((each) => each >= least) ?? Math.ceil(least / 3600) * 3600;
}
