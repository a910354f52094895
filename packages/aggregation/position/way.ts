import { median } from '@piaffe/signal';
import { eachSecond } from '../each-second.ts';
import type { Fixes } from './usable-fixes.ts';

/** Where the horse went, at each whole second of the ride; NaN where it is not known. */
export interface Way {
  /** m from the first fix. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** m; as the device tells it, with its noise. */
  readonly altitude: Float64Array;
  /** m/s over ground. */
  readonly speed: Float64Array;
  readonly fixes: number;
  readonly leftOut: number;
}

/** s on either side, over which a straight line is laid through the fixes; more where fixes are further apart. */
const reach = 3.5;
/** Fixes further apart (s) than this and three times their usual distance leave a gap open. */
const longestGap = 10;

/**
 * The way at each second: a straight line through the fixes around it (least squares). Speed is what the device says
 * where it does, as it measures it by Doppler shift and not by the places; else that of the line, less what the noise of the
 * fixes adds to it.
 */
export function wayOf(fixes: Fixes, count: number): Way {
  const usualStep =
    fixes.time.length > 1 ? median(fixes.time.subarray(1).map((time, i) => time - fixes.time[i])) : 1;
  const gap = Math.max(longestGap, 3 * usualStep);
  const span = Math.max(reach, 2 * usualStep);
  const there = eachSecond(fixes.time, fixes.time, count, gap);
  const lines = linesThrough(fixes, there, span);
  const told = eachSecond(
    fixes.time.filter((_, i) => !Number.isNaN(fixes.speed[i])),
    fixes.speed.filter((speed) => !Number.isNaN(speed)),
    count,
    gap,
  );
  const noise = lines.noises.length > 0 ? median(lines.noises) : 0;
  const hasAltitude = fixes.altitude.map((altitude) => (Number.isNaN(altitude) ? 0 : 1));
  return {
    east: lines.east,
    north: lines.north,
    altitude: eachSecond(
      fixes.time.filter((_, i) => hasAltitude[i]),
      fixes.altitude.filter((_, i) => hasAltitude[i]),
      count,
      gap,
    ),
    speed: told.map((speed, at) =>
      Number.isNaN(speed)
        ? Math.sqrt(Math.max(0, lines.squaredSpeed[at] - 2 * noise * lines.perNoise[at]))
        : speed,
    ),
    fixes: fixes.time.length,
    leftOut: fixes.leftOut,
  };
}

/** At each second: place and squared speed of the line, and its error as a share of the variance of one fix. */
function linesThrough({ time, east, north }: Fixes, there: Float64Array, span: number) {
  const count = there.length;
  const empty = () => new Float64Array(count).fill(NaN);
  const lines = { east: empty(), north: empty(), squaredSpeed: empty(), perNoise: empty() };
  const noises: number[] = [];
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
    lines.perNoise[at] = 1 / x.leverage;
    if (end - first > 3) noises.push((x.residual + y.residual) / (2 * (end - first - 2)));
  }
  return { ...lines, noises };
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
