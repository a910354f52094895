import type { Course } from './course.ts';
import { demandOf, type Heart, jumpLasts } from './heart.ts';
import type { Random } from './random.ts';

/** What a heart-rate belt writes: a whole number of beats per minute each second, less those it missed. */
export interface HeartRate {
  /** s from the first sample of the motion. */
  readonly time: Float64Array;
  /** bpm. */
  readonly bpm: Float64Array;
}

/** bpm at the beginning of each second of the ride: first-order answers to the work, and a wandering of some beats. */
export function beatEachSecond(course: Course, heart: Heart, random: Random): Float64Array {
  const seconds = Math.floor(course.duration) + 1;
  const bpm = new Float64Array(seconds);
  const bounce = course.bounce.reader();
  const slope = course.slope.reader();
  let stretch = 0;
  let jumped = 0;
  let rate = heart.resting + random.between(4, 14);
  let wander = 0;
  for (let i = 0; i < seconds; i++) {
    while (stretch + 1 < course.stretches.length && course.stretches[stretch].to <= i) stretch++;
    while (jumped < course.jumps.length && course.jumps[jumped].landing < i - jumpLasts) jumped++;
    let jumps = 0;
    while (course.jumps[jumped + jumps]?.takeOff < i) jumps++;
    const { gait } = course.stretches[stretch].pattern;
    const demand = demandOf(heart, gait, {
      effort: bounce.moveTo(i).value,
      slope: slope.moveTo(i).value,
      jumps,
    });
    wander = 0.96 * wander + 0.28 * 1.6 * random.normal();
    bpm[i] = rate + wander;
    rate = demand + (rate - demand) * Math.exp(-1 / (demand > rate ? heart.rising : heart.falling));
  }
  return bpm;
}

/** The belt loses contact now and then, for seconds or for a minute; it then writes nothing. */
export function wearBelt(truth: Float64Array, outagesPerHour: number, random: Random): HeartRate {
  const time: number[] = [];
  const bpm: number[] = [];
  let until = -1;
  for (let i = 0; i < truth.length; i++) {
    if (random.chance(outagesPerHour / 3600)) until = i + random.between(5, 60);
    if (i <= until) continue;
    time.push(i);
    bpm.push(Math.round(truth[i]));
  }
  return { time: Float64Array.from(time), bpm: Float64Array.from(bpm) };
}
