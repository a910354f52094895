import { viterbi } from '@piaffe/signal';
import type { Motion } from '../motion/motion.ts';
import { overlap } from '../motion/overlap.ts';
import type { Rest } from '../pace.ts';
import type { Gait, Segment } from '../schemas/session-result.ts';
import { gaitEvidence, knownGaits } from './gait-evidence.ts';
import { joinSegments } from './join-segments.ts';
import { sharpenBoundaries } from './sharpen-boundaries.ts';
import { tellGallop } from './tell-gallop.ts';
import { hopSeconds, windowSeconds, windowSpectra } from './window-spectra.ts';

/** The gaits of a session over time, and the stride frequency in them. */
export interface GaitSequence {
  /** Touch each other and cover the recording. */
  readonly segments: readonly Segment[];
  /** Stride frequency in Hz at an instant, for the gait given; null where the gait has none. */
  readonly strideHz: (gait: Gait, at: number) => number | null;
}

/**
 * Probability to be in the same gait one hop later: rides change gait about every 20 s at most. Neighbouring windows share
 * nine tenths of their samples, so each counts for a part only.
 */
const stayProbability = 0.975;
const windowWeight = 0.35;
/** A gap up to this long (s) inside one gait is bridged, a longer one is unknown. */
const bridgedSeconds = 2;
/** A segment shorter than this (s) is no gait of its own: it is given to its neighbours. */
const shortestSeconds = 2;

export async function gaitSequence(motion: Motion, rest: Rest): Promise<GaitSequence> {
  const states = knownGaits.length;
  const rows: Float64Array[] = [];
  const strides: Float32Array[] = [];
  for (const window of windowSpectra(motion)) {
    const row = new Float64Array(states);
    const stride = new Float32Array(states);
    gaitEvidence(window, row, stride);
    const weight = windowWeight * fullness(motion, window.at);
    for (let state = 0; state < states; state++) row[state] *= weight;
    rows.push(row);
    strides.push(stride);
    await rest();
  }
  const emission = new Float64Array(rows.length * states);
  for (const [w, row] of rows.entries()) emission.set(row, w * states);
  const path = viterbi(emission, logTransitions(states));
  tellGallop(path, strides);
  const segments = sharpenBoundaries(motion, segmentsOf(path, motion.durationSeconds));
  return {
    segments: withoutSlivers(withGaps(segments, motion)),
    strideHz: (gait, at) => strideAt(strides, path, (knownGaits as readonly Gait[]).indexOf(gait), at),
  };
}

/** 1 for a window full of samples, 0 for one that a gap takes half of: samples put in there are nobody's movement. */
function fullness(motion: Motion, at: number): number {
  const window = { from: at - windowSeconds / 2, to: at + windowSeconds / 2 };
  const lost = motion.gaps.reduce((sum, gap) => sum + overlap(window, gap), 0);
  return Math.max(0, 1 - (2 * lost) / windowSeconds);
}

function logTransitions(states: number): Float64Array {
  const matrix = new Float64Array(states * states).fill(Math.log((1 - stayProbability) / (states - 1)));
  for (let s = 0; s < states; s++) matrix[s * states + s] = Math.log(stayProbability);
  return matrix;
}

function segmentsOf(path: Uint8Array, durationSeconds: number): Segment[] {
  const segments: Segment[] = [];
  for (let w = 0; w < path.length; w++) {
    const gait = knownGaits[path[w]];
    const from = w === 0 ? 0 : Math.min(durationSeconds, (w - 0.5) * hopSeconds);
    const last = segments.at(-1);
    if (last?.gait === gait) continue;
    if (last) last.to = from;
    segments.push({ gait, from, to: durationSeconds });
  }
  return segments.filter((segment) => segment.to > segment.from);
}

/** A long gap is unknown to its very ends, whatever the windows beside it saw. */
function withGaps(segments: readonly Segment[], motion: Motion): Segment[] {
  let cut = [...segments];
  for (const gap of motion.gaps) {
    if (gap.to - gap.from <= bridgedSeconds) continue;
    cut = cut.flatMap((segment) => {
      if (segment.to <= gap.from || segment.from >= gap.to) return [segment];
      return [
        { ...segment, to: gap.from },
        {
          gait: 'unknown' as const,
          from: Math.max(segment.from, gap.from),
          to: Math.min(segment.to, gap.to),
        },
        { ...segment, from: gap.to },
      ].filter((part) => part.to > part.from);
    });
  }
  return joinSegments(cut);
}

/** Gives what is too short to be a gait to its neighbours, half and half where they differ; the shortest first. */
function withoutSlivers(segments: readonly Segment[]): Segment[] {
  const kept = segments.map((segment) => ({ ...segment }));
  while (kept.length > 1) {
    const lengths = kept.map(({ from, to }) => to - from);
    const shortest = lengths.indexOf(Math.min(...lengths));
    if (lengths[shortest] >= shortestSeconds) break;
    const before = kept[shortest - 1];
    const after = kept[shortest + 1];
    const { from, to } = kept[shortest];
    if (before && after && before.gait !== after.gait) {
      before.to = (from + to) / 2;
      after.from = before.to;
    } else if (before) before.to = to;
    else if (after) after.from = from;
    kept.splice(shortest, 1);
    kept.splice(0, kept.length, ...joinSegments(kept));
  }
  return kept;
}

/**
 * Median over the window at `at` and its neighbours in the same gait; where none of them is in it, as in a stretch that was
 * corrected by hand, over those nearest.
 */
function strideAt(
  strides: readonly Float32Array[],
  path: Uint8Array,
  state: number,
  at: number,
): number | null {
  if (state < 0) return null;
  const centre = Math.min(path.length - 1, Math.max(0, Math.round(at / hopSeconds)));
  const nearest = (reach: number, counts: (window: number) => boolean) => {
    const near: number[] = [];
    for (let w = Math.max(0, centre - reach); w <= Math.min(path.length - 1, centre + reach); w++)
      if (counts(w) && strides[w][state] > 0) near.push(strides[w][state]);
    return near.length > 0 ? near.sort((a, b) => a - b)[near.length >> 1] : null;
  };
  for (let reach = 2; reach <= 12; reach += 2) {
    const found = nearest(reach, (w) => path[w] === state);
    if (found !== null) return found;
  }
  return nearest(12, () => true);
}
