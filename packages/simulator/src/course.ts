import type { GaitPattern } from './gait.ts';
import { type Horse, patternOn } from './horse.ts';
import { type Jump, planJumps } from './jump.ts';
import type { Random } from './random.ts';
import type { Incident, Leg } from './scenario.ts';
import type { Triple } from './sensor.ts';
import { Track } from './track.ts';

/** A stretch in one pattern; it begins and ends in the middle of the blend with its neighbour. */
export interface Stretch {
  readonly pattern: GaitPattern;
  readonly from: number;
  readonly to: number;
}

/** Where and how the horse goes, as functions of time (s). */
export interface Course {
  readonly duration: number;
  readonly stretches: readonly Stretch[];
  /** Position in the list of stretches: i inside the i-th, between i and i + 1 while they blend. */
  readonly blend: Track;
  /** Hz; its integral counts strides. */
  readonly strideHz: Track;
  /** m/s along the heading. */
  readonly speed: Track;
  /** rad/s, positive to the left; its integral is the heading. */
  readonly headingRate: Track;
  /** Rise of the ground per metre forward. */
  readonly slope: Track;
  /** Factor on heave and surge, and on the other movements. */
  readonly bounce: Track;
  readonly swing: Track;
  /** Heave at the stride frequency that comes and goes, m: in phase with the stride, and a quarter later. */
  readonly unevenCos: Track;
  readonly unevenSin: Track;
  /** In order of time. */
  readonly jumps: readonly Jump[];
  /** In order of time; `after` counts from the start of the ride. */
  readonly incidents: readonly Incident[];
}

/** Lays the legs of a ride end to end. */
export function layCourse(
  legs: readonly Leg[],
  horse: Horse,
  lever: Triple,
  random: Random,
  jumping: Random,
): Course {
  const planned = plan(legs, horse, lever, random, jumping);
  const stretches = join(planned);
  return {
    duration: planned.at(-1)!.to,
    stretches,
    blend: blendTrack(stretches, random),
    headingRate: headingTrack(planned, random),
    speed: speedTrack(planned, random),
    slope: slopeTrack(planned),
    ...strideTracks(planned, random),
    jumps: planned.flatMap(({ jumps }) => jumps),
    incidents: planned.flatMap(({ leg, from }) =>
      (leg.incidents ?? []).map(({ kind, after }) => ({ kind, after: from + after })),
    ),
  };
}

interface PlannedLeg extends Stretch {
  readonly leg: Leg;
  readonly strideHz: number;
  readonly speed: number;
  readonly bounce: number;
  readonly jumps: readonly Jump[];
}

function plan(
  legs: readonly Leg[],
  horse: Horse,
  lever: Triple,
  random: Random,
  jumping: Random,
): PlannedLeg[] {
  if (legs.length === 0) throw new RangeError('A ride needs at least one leg');
  const patterns = new Map<string, GaitPattern>();
  let from = 0;
  return legs.map((leg) => {
    if (!(leg.seconds >= shortestLeg))
      throw new RangeError(`A leg of ${leg.seconds} s: at least ${shortestLeg} s are needed to change gait`);
    const curve = leg.path.find(({ curvature }) => curvature !== 0);
    const lead = leg.lead ?? (curve && curve.curvature < 0 ? 'right' : 'left');
    const key = `${leg.gait} ${lead} ${leg.rising}`;
    const pattern = patterns.get(key) ?? patternOn(horse, leg.gait, lead, leg.rising ?? null, lever);
    patterns.set(key, pattern);
    const effort = leg.effort ?? 1;
    const to = from + leg.seconds;
    const strideHz = pattern.strideHz * (1 + 0.4 * (effort - 1)) * random.between(0.98, 1.02);
    const planned: PlannedLeg = {
      leg,
      pattern,
      from,
      to,
      strideHz,
      speed: pattern.speed * effort * random.between(0.97, 1.03),
      bounce: effort * random.between(0.95, 1.05),
      jumps: planJumps(leg, from, strideHz, jumping),
    };
    from = to;
    return planned;
  });
}

const shortestLeg = 3;

/** Legs in the same pattern are one stretch. */
function join(planned: readonly PlannedLeg[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { pattern, from, to } of planned) {
    const last = stretches.at(-1);
    if (last?.pattern.gait === pattern.gait && last.pattern.pose === pattern.pose)
      stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ pattern, from, to });
  }
  return stretches;
}

/** A change of gait takes half a second to a second, about one stride. */
function blendTrack(stretches: readonly Stretch[], random: Random): Track {
  const blend = new Track().add(0, 0);
  stretches.slice(1).forEach(({ from }, i) => {
    const half = random.between(0.25, 0.5);
    blend.add(from - half, i).add(from + half, i + 1);
  });
  return blend;
}

/** Each bend at its own rate, half a second of easing to either side; a straight is never ruled with a ruler. */
function headingTrack(planned: readonly PlannedLeg[], random: Random): Track {
  const headingRate = new Track();
  for (const { leg, from, to, speed, jumps } of planned) {
    if (speed === 0) {
      addPlateau(headingRate, from, to, 1, 0);
      continue;
    }
    const lines = straightLines(jumps);
    let time = from;
    for (let i = 0; time < to; i++) {
      const line = lines[0];
      if (line && line.from - time < shortestBend) {
        addPlateau(headingRate, time, line.to, 1, 0);
        time = line.to;
        lines.shift();
      }
      const { curvature, metres } = leg.path[i % leg.path.length];
      const end = Math.min(time + metres / speed, to, lines[0]?.from ?? to);
      const rate = curvature * speed;
      const ease = Math.min(0.4, (end - time) / 3);
      headingRate.add(time + ease, rate);
      const wander = curvature === 0 ? 0.02 : 0.08 * Math.abs(rate);
      for (let at = time + ease + random.between(1.5, 4); at < end - 1.5; at += random.between(1.5, 4))
        headingRate.add(at, rate + wander * random.normal());
      headingRate.add(end - ease, rate);
      time = end;
    }
  }
  return headingRate;
}

/** s; what is left of a bend before a fence is ridden straight if it is shorter. */
const shortestBend = 1;

/** To a fence, over it and away from it. */
function straightLines(jumps: readonly Jump[]): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = [];
  for (const { start, end } of jumps) {
    const last = lines.at(-1);
    if (last && start - 0.8 - last.to < shortestBend) last.to = end + 0.5;
    else lines.push({ from: start - 0.8, to: end + 0.5 });
  }
  return lines;
}

/** Two seconds to change speed, or what the leg has. */
function speedTrack(planned: readonly PlannedLeg[], random: Random): Track {
  const track = new Track();
  for (const { from, to, speed } of planned) {
    track.add(from + 1, speed);
    for (let at = from + random.between(4, 8); at < to - 3; at += random.between(3, 8))
      track.add(at, speed * (1 + 0.03 * random.normal()));
    track.add(to - 1, speed);
  }
  return track;
}

function slopeTrack(planned: readonly PlannedLeg[]): Track {
  const slope = new Track();
  for (const { leg, from, to } of planned) addPlateau(slope, from, to, 3, leg.slope ?? 0);
  return slope;
}

function addPlateau(track: Track, from: number, to: number, ease: number, value: number): void {
  const half = Math.min(ease / 2, (to - from) / 3);
  track.add(from + half, value).add(to - half, value);
}

/** What changes from stride to stride: one knot a stride. */
function strideTracks(planned: readonly PlannedLeg[], random: Random) {
  const strideHz = new Track();
  const bounce = new Track();
  const swing = new Track();
  const unevenCos = new Track();
  const unevenSin = new Track();
  planned.forEach((leg, i) => {
    const { period, amplitude, asymmetry } = leg.pattern.variation;
    // At a halt no stride is taken; the count runs on at the pace of what follows, with nothing to show for it.
    const moving = leg.leg.gait === 'halt' ? (planned[i + 1] ?? planned[i - 1] ?? leg) : leg;
    // Neighbouring strides are alike: an autoregressive drift beside the independent part.
    let drift = 0;
    let jumped = 0;
    for (let at = leg.from + 0.5; at <= leg.to - 0.5; ) {
      const jump: Jump | undefined = leg.jumps[jumped];
      if (jump && at >= jump.start) {
        // The stride over a fence takes its time.
        strideHz.add(jump.takeOff, 0.8 * moving.strideHz).add(jump.landing, 0.8 * moving.strideHz);
        at = jump.end;
        jumped++;
      }
      // The last strides before a fence are longer and rounder.
      const approach = jump && at < jump.start && jump.start - at < 1.8 ? 0.04 : 0;
      drift = 0.8 * drift + 0.6 * random.normal();
      const hertz = moving.strideHz * (1 - approach) * (1 + period * (0.7 * drift + 0.7 * random.normal()));
      strideHz.add(at, hertz);
      bounce.add(at, leg.bounce * (1 + 2 * approach) * (1 + amplitude * random.normal()));
      swing.add(at, leg.bounce * (1 + 1.5 * amplitude * random.normal()));
      unevenCos.add(at, asymmetry * random.normal());
      unevenSin.add(at, asymmetry * random.normal());
      at += 1 / hertz;
    }
  });
  return { strideHz, bounce, swing, unevenCos, unevenSin };
}
