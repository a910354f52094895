import type { Span } from '@piaffe/recordings';
import { movingMean } from '@piaffe/signal';
import type { Motion } from '../motion/motion.ts';
import { overlap } from '../motion/overlap.ts';

/** A stretch in which hardly anything carries the horse, and what speaks for a jump; see docs/METRICS.md. */
export interface Flight extends Span {
  /** Mean length (g) of the specific force: 0 in free flight, whatever way the sensor is turned. */
  readonly force: number;
  /** Degrees by which the trunk turns from nose up to nose down; null without a gyroscope. */
  readonly turn: number | null;
  /** Most specific force (g) within 0.3 s of landing. */
  readonly landingPeak: number;
}

/** The vertical specific force, averaged over so long (s), is below this (g) in flight. */
const smoothSeconds = 0.06;
const lightG = 0.5;
/** s. A jump of 40 cm takes about 0.28, one of 1.60 m about 0.7. */
const flightSeconds = { least: 0.22, most: 0.9 } as const;
const landingSeconds = 0.3;
/** A part of the flight at both ends (share) in which hooves still push or already brake. */
const edgeShare = 0.1;

/** Every stretch of a recording that is light for as long as a jump could be. */
export function findFlights(motion: Motion): Flight[] {
  const { rateHz, samples } = motion;
  const carried = motion.vertical.map((vertical) => vertical + 1);
  const light = movingMean(carried, Math.max(1, Math.round(smoothSeconds * rateHz)));
  const flights: Flight[] = [];
  for (let first = 0; first < samples; first++) {
    if (light[first] > lightG) continue;
    let end = first;
    while (end < samples && light[end] <= lightG) end++;
    const span = { from: first / rateHz, to: end / rateHz };
    const seconds = span.to - span.from;
    if (seconds >= flightSeconds.least && seconds <= flightSeconds.most && !inGap(motion, span))
      flights.push(describe(motion, span, first, end));
    first = end;
  }
  return flights;
}

function describe(motion: Motion, span: Span, first: number, end: number): Flight {
  const { rateHz, samples, swing } = motion;
  const edge = Math.round(edgeShare * (end - first));
  let force = 0;
  for (let i = first + edge; i < end - edge; i++) force += forceAt(motion, i);
  force /= end - first - 2 * edge;
  let landingPeak = 0;
  for (let i = end; i < Math.min(samples, end + landingSeconds * rateHz); i++)
    landingPeak = Math.max(landingPeak, forceAt(motion, i));
  return { ...span, force, landingPeak, turn: swing && turnOf(swing, rateHz, first, end) };
}

function forceAt({ vertical, level }: Motion, i: number): number {
  return Math.hypot(vertical[i] + 1, level[0][i], level[1][i]);
}

/** Which of the level axes is across the horse is not known: the turn about both together. */
function turnOf(swing: readonly [Float32Array, Float32Array], rateHz: number, first: number, end: number) {
  const [a, b] = swing.map((rate) => {
    let sum = 0;
    for (let i = first; i < end; i++) sum += rate[i];
    return sum / rateHz;
  });
  return Math.hypot(a, b);
}

function inGap(motion: Motion, span: Span): boolean {
  return motion.gaps.some((gap) => overlap(gap, span) > 0.05);
}
