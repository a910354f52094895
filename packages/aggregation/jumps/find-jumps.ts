import type { Motion } from '../motion/motion.ts';
import type { Segment } from '../schemas/session-result.ts';
import { type Flight, findFlights } from './find-flights.ts';

/** A jump as it was found; s from the first sample. */
export interface FoundJump {
  /** The middle of the flight. */
  readonly at: number;
  readonly takeOff: number;
  readonly landing: number;
  /** 0-1 */
  readonly confidence: number;
}

/**
 * One piece of evidence: nothing speaks either way at `even`, each `step` from there is one unit of log-odds, three at
 * most. Between the canter of real and simulated horses and simulated jumps; docs/METRICS.md has the figures.
 */
interface Evidence {
  readonly even: number;
  readonly step: number;
}
const seconds: Evidence = { even: 0.27, step: 0.04 };
const force: Evidence = { even: 0.42, step: -0.08 };
const turn: Evidence = { even: 14, step: 4 };
const mostOfOne = 3;
/** Log-odds against a jump before anything was seen. */
const rarity = -1;
/** A landing (g) softer than this is none. */
const softestLanding = 1.5;
/** A horse that jumps trots or canters, so far (s) away at most: a combination hides the gait it is jumped in. */
const around = 20;
/** s. Of two flights closer together one is an echo of the other. */
const closest = 0.5;

/** Why jumps cannot be found in a recording; null when they can. */
export function whyNoJumps(motion: Motion): string | null {
  if (motion.verticalSource === 'strongest-axis')
    return 'needs gravity in the recording: without it free flight cannot be told from a push';
  if (motion.sourceRateHz < 20) return 'needs 20 samples a second or more';
  return null;
}

/** Jumps of 40 cm and more, in the order of time. Bucks, stumbles and spooks carry weight all the time and are none. */
export function findJumps(motion: Motion, segments: readonly Segment[]): FoundJump[] {
  if (whyNoJumps(motion) !== null) return [];
  const jumps: FoundJump[] = [];
  for (const flight of findFlights(motion)) {
    const confidence = confidenceIn(flight);
    if (confidence < 0.5 || flight.landingPeak < softestLanding || !isRidden(flight, segments)) continue;
    const { from: takeOff, to: landing } = flight;
    const jump = { at: (takeOff + landing) / 2, takeOff, landing, confidence };
    const last = jumps.at(-1);
    if (!last || jump.at - last.at >= closest) jumps.push(jump);
    else if (jump.confidence > last.confidence) jumps[jumps.length - 1] = jump;
  }
  return jumps;
}

function confidenceIn(flight: Flight): number {
  const logOdds =
    rarity +
    weigh(flight.to - flight.from, seconds) +
    weigh(flight.force, force) +
    (flight.turn === null ? 0 : weigh(flight.turn, turn));
  return 1 / (1 + Math.exp(-logOdds));
}

function weigh(value: number, { even, step }: Evidence): number {
  return Math.max(-mostOfOne, Math.min(mostOfOne, (value - even) / step));
}

/** A sensor that falls off a table flies too: the gait that was known last, or next, must be one that is jumped in. */
function isRidden(flight: Flight, segments: readonly Segment[]): boolean {
  const known = segments.filter(({ gait }) => gait !== 'unknown');
  const before = known.findLast(({ from }) => from <= flight.from);
  const after = known.find(({ to }) => to >= flight.to);
  return (
    (isJumpedIn(before) && before.to > flight.from - around) ||
    (isJumpedIn(after) && after.from < flight.to + around)
  );
}

function isJumpedIn(segment: Segment | undefined): segment is Segment {
  return segment !== undefined && ['trot', 'canter', 'gallop'].includes(segment.gait);
}
