import {
  betweenHarmonics,
  type HarmonicLines,
  harmonicLines,
  oddShare,
  oddShareOfHalf,
  onHarmonics,
  readLines,
} from './harmonic-lines.ts';
import type { WindowSpectra } from './window-spectra.ts';

/** The gaits told apart by this version, in the order of the states of the sequence. */
export const knownGaits = ['halt', 'walk', 'trot', 'canter', 'gallop', 'unknown'] as const;

/** A log-normal expectation: the median and the standard deviation of the logarithm. */
interface Expectation {
  readonly median: number;
  readonly spread: number;
}

interface GaitModel {
  readonly strideHz: Expectation & { readonly from: number; readonly to: number };
  /** RMS of the vertical acceleration, g. Wide: it varies threefold between horses and mounts. */
  readonly verticalRms: Expectation;
  /** See {@link oddness}; without a gyroscope only the level acceleration tells of it. */
  readonly oddness: { readonly gyroscope: Expectation; readonly levelOnly: Expectation };
  readonly beats: 1 | 2;
  /** Logarithm of how much rarer than the other gaits it is ridden. */
  readonly rarity: number;
  /** What the vertical (and pitch) must look like on the harmonics of the stride. */
  readonly score: (lines: Lines) => number;
}

/** Walk and trot; canter and gallop. */
const mirrored = { gyroscope: { median: 0.42, spread: 0.5 }, levelOnly: { median: 0.2, spread: 0.9 } };
const oneBeat = { gyroscope: { median: 0.025, spread: 0.8 }, levelOnly: { median: 0.02, spread: 0.8 } };

/**
 * What tells the gaits apart, after docs/METRICS.md. Walk and trot repeat each half-stride mirrored: vertical energy on
 * the even harmonics of the stride, level and rotation energy on the odd ones too. Canter and gallop have one vertical
 * oscillation a stride and nothing between the harmonics. Ranges of stride frequency as published for real horses.
 */
const models: Readonly<Record<'walk' | 'trot' | 'canter' | 'gallop', GaitModel>> = {
  walk: {
    strideHz: { median: 0.77, spread: 0.18, from: 0.5, to: 1.2 },
    verticalRms: { median: 0.12, spread: 0.7 },
    oddness: mirrored,
    beats: 2,
    rarity: 0,
    score: ({ vertical }) => 1.5 * logShare(1 - oddShare(vertical)) + logShare(onHarmonics(vertical, 6)),
  },
  trot: {
    strideHz: { median: 1.25, spread: 0.2, from: 0.88, to: 1.75 },
    verticalRms: { median: 0.65, spread: 0.5 },
    oddness: mirrored,
    beats: 2,
    rarity: 0,
    score: ({ vertical }) => 4 * logShare(1 - oddShare(vertical)) + 2 * logShare(onHarmonics(vertical, 4)),
  },
  canter: {
    strideHz: { median: 1.65, spread: 0.14, from: 1.2, to: 2.3 },
    verticalRms: { median: 0.65, spread: 0.45 },
    oddness: oneBeat,
    beats: 1,
    rarity: 0,
    score: oneBeatScore,
  },
  gallop: {
    strideHz: { median: 2.25, spread: 0.07, from: 1.95, to: 2.6 },
    verticalRms: { median: 0.7, spread: 0.45 },
    oddness: oneBeat,
    beats: 1,
    rarity: -1.5,
    score: oneBeatScore,
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

/**
 * How well each gait of `knownGaits` explains a window: log-likelihoods up to a constant, and the stride frequency (Hz) at
 * which it does so best (left alone for halt and unknown).
 */
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

/** The lines of one window's spectra at one candidate stride frequency; reused. */
interface Lines {
  readonly vertical: HarmonicLines;
  readonly level: HarmonicLines;
  readonly swing: HarmonicLines | null;
  readonly yaw: HarmonicLines | null;
}

const gyroscopeLines: Lines = {
  vertical: harmonicLines(),
  level: harmonicLines(),
  swing: harmonicLines(),
  yaw: harmonicLines(),
};
const plainLines: Lines = { ...gyroscopeLines, swing: null, yaw: null };

function bestStride(window: WindowSpectra, model: GaitModel): { logLikelihood: number; strideHz: number } {
  const lines = window.swing ? gyroscopeLines : plainLines;
  const expectedOddness = window.swing ? model.oddness.gyroscope : model.oddness.levelOnly;
  let best = { logLikelihood: -Infinity, strideHz: model.strideHz.median };
  for (let f = model.strideHz.from; f <= model.strideHz.to; f += gridStepHz) {
    readLines(lines.vertical, window.vertical, f);
    readLines(lines.level, window.level, f);
    if (lines.swing && window.swing) readLines(lines.swing, window.swing, f);
    if (lines.yaw && window.yaw) readLines(lines.yaw, window.yaw, f);
    const logLikelihood =
      -0.5 * Math.max(0, (rhythmic - periodicity(lines)) / rhythmSpread) ** 2 +
      logNormal(f, model.strideHz) +
      logNormal(Math.max(smallestShare, oddness(lines, model.beats)), expectedOddness) +
      model.score(lines);
    if (logLikelihood > best.logLikelihood) best = { logLikelihood, strideHz: f };
  }
  best.logLikelihood += model.rarity + logNormal(Math.max(window.verticalRms, 1e-4), model.verticalRms);
  return best;
}

function oneBeatScore({ vertical, swing }: Lines): number {
  const all = onHarmonics(vertical, 4);
  return 3 * logShare(vertical[2] / all) + 2 * logShare(all) + (swing ? logShare(onHarmonics(swing, 4)) : 0);
}

/**
 * What the odd harmonics hold of all six, mean over the level, swing and yaw spectra; for a gait of one beat those of half
 * the stride frequency. In a gait of two mirrored half-strides lateral movement, roll and yaw are odd throughout; yaw is
 * the one that no mounting hides.
 */
function oddness({ level, swing, yaw }: Lines, beats: 1 | 2): number {
  const share = beats === 2 ? oddShare : oddShareOfHalf;
  return swing && yaw ? (share(level) + share(swing) + share(yaw)) / 3 : share(level);
}

/** How far the energy sits on the harmonics and not between them, -1 to 1; about 0 for noise. Mean over the spectra. */
function periodicity({ vertical, level, swing, yaw }: Lines): number {
  if (!swing || !yaw) return (contrast(vertical) + contrast(level)) / 2;
  return (contrast(vertical) + contrast(level) + contrast(swing) + contrast(yaw)) / 4;
}

function contrast(lines: HarmonicLines): number {
  const on = onHarmonics(lines);
  const between = betweenHarmonics(lines);
  return on + between > 0 ? (on - between) / (on + between) : 0;
}

/** Logarithm of a share, kept off the noise floor. */
function logShare(share: number): number {
  return Math.log(Math.min(1, Math.max(smallestShare, share)));
}

function logNormal(value: number, expected: Expectation): number {
  const z = Math.log(value / expected.median) / expected.spread;
  return -0.5 * z * z - Math.log(expected.spread);
}
