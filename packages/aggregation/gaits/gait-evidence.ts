import { lineShare, type Spectrum, type WindowSpectra } from './window-spectra.ts';

/** The gaits told apart by this version, in the order of the states of the sequence. */
export const knownGaits = ['halt', 'walk', 'trot', 'canter', 'gallop', 'unknown'] as const;
export type KnownGait = (typeof knownGaits)[number];

/** Per window: how well each gait explains it, and with which stride frequency. */
export interface GaitEvidence {
  readonly windows: number;
  /** windows x gaits, log-likelihoods up to a constant per window. */
  readonly logLikelihood: Float64Array;
  /** windows x gaits, the stride frequency (Hz) at which the gait explains the window best; 0 for halt and unknown. */
  readonly strideHz: Float32Array;
}

/** A log-normal expectation: the median and the standard deviation of the logarithm. */
interface Expectation {
  readonly median: number;
  readonly spread: number;
}

interface GaitModel {
  readonly strideHz: Expectation & { readonly from: number; readonly to: number };
  /** RMS of the vertical acceleration, g. Wide: it varies threefold between horses and mounts. */
  readonly verticalRms: Expectation;
  /** See {@link oddness}; for canter and gallop at half the stride frequency, where they have nothing. */
  readonly oddness: Expectation;
  readonly score: (window: WindowSpectra, strideHz: number) => number;
}

/**
 * What tells the gaits apart, after docs/METRICS.md. Walk and trot repeat each half-stride mirrored: vertical energy on
 * the even harmonics of the stride, level and rotation energy on the odd ones too. Canter and gallop have one vertical
 * oscillation a stride and nothing between the harmonics. Ranges of stride frequency from the domain's literature.
 */
const models: Readonly<Record<'walk' | 'trot' | 'canter' | 'gallop', GaitModel>> = {
  walk: {
    strideHz: { median: 0.8, spread: 0.19, from: 0.5, to: 1.2 },
    verticalRms: { median: 0.13, spread: 0.8 },
    oddness: { median: 0.42, spread: 0.5 },
    score: (window, f) =>
      1.5 * Math.log(evenShare(window.vertical, f)) + Math.log(combShare(window.vertical, f, 6)),
  },
  trot: {
    strideHz: { median: 1.32, spread: 0.17, from: 0.88, to: 1.75 },
    verticalRms: { median: 0.65, spread: 0.5 },
    oddness: { median: 0.42, spread: 0.5 },
    score: (window, f) =>
      4 * Math.log(evenShare(window.vertical, f)) + 2 * Math.log(combShare(window.vertical, f, 4)),
  },
  canter: {
    strideHz: { median: 1.65, spread: 0.14, from: 1.2, to: 2.3 },
    verticalRms: { median: 0.65, spread: 0.45 },
    oddness: { median: 0.025, spread: 0.8 },
    score: (window, f) => asymmetricScore(window, f),
  },
  gallop: {
    strideHz: { median: 2.3, spread: 0.07, from: 1.95, to: 2.7 },
    verticalRms: { median: 0.7, spread: 0.45 },
    oddness: { median: 0.025, spread: 0.8 },
    score: (window, f) => asymmetricScore(window, f),
  },
};

/** Dynamic acceleration of a horse that stands, g, whole vector: below it nothing speaks against a halt. */
const haltRms: Expectation = { median: 0.015, spread: 0.5 };
const unknownLogLikelihood = -3;
/** Periodicity of a horse in a gait, and its spread; more is no more of a gait. */
const rhythmic = 0.8;
const rhythmSpread = 0.25;
const gridStepHz = 0.02;
const smallestShare = 0.01;

export function gaitEvidence(
  window: WindowSpectra,
  logLikelihood: Float64Array,
  strideHz: Float32Array,
): void {
  for (const [state, gait] of knownGaits.entries()) {
    if (gait === 'unknown') logLikelihood[state] = unknownLogLikelihood;
    else if (gait === 'halt')
      logLikelihood[state] = window.totalRms <= haltRms.median ? 0 : logNormal(window.totalRms, haltRms);
    else {
      const best = bestStride(window, models[gait]);
      logLikelihood[state] = best.logLikelihood;
      strideHz[state] = best.strideHz;
    }
  }
}

function bestStride(window: WindowSpectra, model: GaitModel): { logLikelihood: number; strideHz: number } {
  let best = { logLikelihood: -Infinity, strideHz: model.strideHz.median };
  for (let f = model.strideHz.from; f <= model.strideHz.to; f += gridStepHz) {
    const asymmetric = model.oddness.median < 0.1;
    const logLikelihood =
      -0.5 * Math.max(0, (rhythmic - periodicity(window, f)) / rhythmSpread) ** 2 +
      logNormal(f, model.strideHz) +
      logNormal(oddness(window, asymmetric ? f / 2 : f), model.oddness) +
      model.score(window, f);
    if (logLikelihood > best.logLikelihood) best = { logLikelihood, strideHz: f };
  }
  best.logLikelihood += logNormal(Math.max(window.verticalRms, 1e-4), model.verticalRms);
  return best;
}

function asymmetricScore(window: WindowSpectra, f: number): number {
  const first = harmonicShare(window.vertical, f, 1);
  const all = combShare(window.vertical, f, 4);
  const pitch = window.swing ? Math.log(Math.max(smallestShare, combShare(window.swing, f, 4))) : 0;
  return 3 * Math.log(Math.max(smallestShare, first / all)) + 2 * Math.log(all) + pitch;
}

/**
 * What the odd harmonics of `strideHz` hold of all its harmonics, mean over the level, swing and yaw spectra. In a gait of
 * two mirrored half-strides lateral movement, roll and yaw are odd throughout; yaw is the one that no mounting hides.
 */
function oddness(window: WindowSpectra, strideHz: number): number {
  let sum = oddShare(window.level, strideHz);
  if (!window.swing || !window.yaw) return Math.max(smallestShare, sum);
  sum += oddShare(window.swing, strideHz) + oddShare(window.yaw, strideHz);
  return Math.max(smallestShare, sum / 3);
}

/**
 * How far the energy sits on the harmonics of `strideHz` and not between them, -1 to 1; about 0 for noise. Mean over the
 * spectra.
 */
export function periodicity(window: WindowSpectra, strideHz: number): number {
  let sum = 0;
  let count = 0;
  for (const spectrum of [window.vertical, window.level, window.swing, window.yaw]) {
    if (!spectrum) continue;
    let on = 0;
    let between = 0;
    for (let k = 1; k <= 6; k++) {
      on += harmonicShare(spectrum, strideHz, k);
      between += harmonicShare(spectrum, strideHz, k - 0.5);
    }
    sum += on + between > 0 ? (on - between) / (on + between) : 0;
    count++;
  }
  return sum / count;
}

function oddShare(spectrum: Spectrum, f: number): number {
  const odd = harmonicShare(spectrum, f, 1) + harmonicShare(spectrum, f, 3) + harmonicShare(spectrum, f, 5);
  const even = harmonicShare(spectrum, f, 2) + harmonicShare(spectrum, f, 4) + harmonicShare(spectrum, f, 6);
  return odd + even > 0 ? odd / (odd + even) : 0;
}

function evenShare(spectrum: Spectrum, f: number): number {
  return Math.max(smallestShare, 1 - oddShare(spectrum, f));
}

function combShare(spectrum: Spectrum, f: number, harmonics: number): number {
  let sum = 0;
  for (let k = 1; k <= harmonics; k++) sum += harmonicShare(spectrum, f, k);
  return Math.min(1, Math.max(smallestShare, sum));
}

function harmonicShare(spectrum: Spectrum, f: number, k: number): number {
  return lineShare(spectrum, f * k);
}

function logNormal(value: number, expected: Expectation): number {
  const z = Math.log(value / expected.median) / expected.spread;
  return -0.5 * z * z - Math.log(expected.spread);
}
