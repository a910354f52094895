import { median, robustStandardDeviation } from '@piaffe/signal';
import { eachSecond } from '../each-second.ts';
import { stays } from './stays.ts';
import { type Fixes, quickest } from './usable-fixes.ts';

/** Where the horse went, at each whole second of the ride; NaN where it is not known. */
export interface Way {
  /** m from the first fix. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** m; as the device tells it, with its noise. */
  readonly altitude: Float64Array;
  /** m/s over ground. */
  readonly speed: Float64Array;
  /** 1 where the places wander no further than their noise, and the device itself says nothing of speed. */
  readonly stays: Uint8Array;
  readonly fixes: number;
  readonly leftOut: number;
}

/**
 * s on either side, over which a straight line is laid through the fixes: short where the device has smoothed them already,
 * as a line cuts corners; more where fixes are further apart.
 */
const reach = { smooth: 1.5, noisy: 3.5 } as const;
/** m. Fixes with less noise than this from one to the next are smooth. */
const smoothNoise = 0.6;
/** Fixes further apart (s) than this and three times their usual distance leave a gap open. */
const longestGap = 10;

/**
 * The way at each second: a straight line through the fixes around it (least squares). Speed is what the device says
 * where it does, as it measures it by Doppler shift and not by the places; else that of the line, less what the noise of the
 * fixes adds to it. What is quicker than any horse is not known.
 */
export function wayOf(fixes: Fixes, count: number): Way {
  const steps = fixes.time.subarray(1).map((time, i) => time - fixes.time[i]);
  const usualStep = steps.length > 0 ? median(steps) : 1;
  const gap = Math.max(longestGap, 3 * usualStep);
  const noise = noiseOf(fixes);
  const span = Math.max(noise < smoothNoise ? reach.smooth : reach.noisy, 1.5 * usualStep);
  const there = eachSecond(fixes.time, fixes.time, count, gap);
  const lines = linesThrough(fixes, there, span);
  const each = (values: Float64Array) => {
    const isTold = values.map((value) => (Number.isNaN(value) ? 0 : 1));
    const [times, told] = [fixes.time, values].map((all) => all.filter((_, i) => isTold[i]));
    return eachSecond(times, told, count, gap);
  };
  const ofLine = (at: number) =>
    Math.sqrt(Math.max(0, lines.squaredSpeed[at] - 2 * noise ** 2 * lines.perVariance[at]));
  const told = each(fixes.speed);
  const speed = told.map((speed, at) => (Number.isNaN(speed) ? ofLine(at) : speed));
  return {
    east: lines.east,
    north: lines.north,
    altitude: each(fixes.altitude),
    speed: speed.map((each) => (each > quickest ? NaN : each)),
    stays: stays(lines, noise).map((stay, at) => (Number.isNaN(told[at]) ? stay : 0)),
    fixes: fixes.time.length,
    leftOut: fixes.leftOut,
  };
}

/** Noise (m, per axis) of single fixes: what their third differences have, which movement hardly has. */
function noiseOf({ east, north }: Fixes): number {
  if (east.length < 10) return 0;
  const differences = [east, north].flatMap((axis) =>
    Array.from(axis.subarray(3), (value, i) => value - 3 * axis[i + 2] + 3 * axis[i + 1] - axis[i]),
  );
  return robustStandardDeviation(differences) / Math.sqrt(20);
}

/** At each second: place and squared speed of the line, and its error as a share of the variance of one fix. */
function linesThrough({ time, east, north }: Fixes, there: Float64Array, span: number) {
  const count = there.length;
  const empty = () => new Float64Array(count).fill(NaN);
  const lines = { east: empty(), north: empty(), squaredSpeed: empty(), perVariance: empty() };
  let first = 0;
  for (let at = 0; at < count; at++) {
    if (Number.isNaN(there[at])) continue;
    while (time[first] < at - span) first++;
    let end = first;
    while (end < time.length && time[end] <= at + span) end++;
    if (end - first < 2) continue;
    const x = fit(time, east, first, end, at);
    const y = fit(time, north, first, end, at);
    if (x === null || y === null) continue;
    lines.east[at] = x.value;
    lines.north[at] = y.value;
    lines.squaredSpeed[at] = x.slope ** 2 + y.slope ** 2;
    lines.perVariance[at] = 1 / x.leverage;
  }
  return lines;
}

/** A straight line through values `first` to before `end`. */
function fit(time: Float64Array, values: Float64Array, first: number, end: number, at: number) {
  const n = end - first;
  let meanTime = 0;
  let meanValue = 0;
  for (let i = first; i < end; i++) {
    meanTime += time[i] / n;
    meanValue += values[i] / n;
  }
  let leverage = 0;
  let product = 0;
  for (let i = first; i < end; i++) {
    leverage += (time[i] - meanTime) ** 2;
    product += (time[i] - meanTime) * (values[i] - meanValue);
  }
  if (leverage <= 0) return null;
  const slope = product / leverage;
  let residual = 0;
  for (let i = first; i < end; i++) residual += (values[i] - meanValue - slope * (time[i] - meanTime)) ** 2;
  return { slope, leverage, residual, value: meanValue + slope * (at - meanTime) };
}
