import type { Beats } from './heart-rate/beats.ts';
import { withoutJumps } from './jumps/beside-jumps.ts';
import { wholly } from './metrics/elevation.ts';
import { rounded } from './metrics/metric.ts';
import { turnRateSteps } from './metrics/reins.ts';
import { mostlyIn } from './motion/gaps.ts';
import { type Motion, whyNoTurning } from './motion/motion.ts';
import type { Way } from './position/way.ts';
import type { DisplaySeries } from './schemas/display-series.ts';
import type { SegmentStrides, Stride } from './strides/strides.ts';

/** Digits after the point: more would be noise, and three hours must stay a small file. */
const digits = {
  cadence: 1,
  elevation: 1,
  turnRate: 1,
  activity: 3,
  heartRate: 0,
  speed: 0,
  altitude: 1,
  east: 1,
  north: 1,
} as const;

type Values = (number | null)[];

/** What there is beside the motion, at each of as many whole seconds. */
interface Beside {
  readonly seconds: number;
  readonly beats: Beats | null;
  readonly way: Way | null;
}

/**
 * One value at each whole second of the recording, taken from the second around it, null where there is none:
 * `cadence` (1/min) and `elevation` (cm) are means over the strides of that second, weighted by their time in it;
 * `turnRate` (deg/s, positive: left) is the yaw rate that reins are told by; `activity` (g) is the RMS of the
 * acceleration without gravity. Where the ride has them: `heartRate` (bpm), `speed` over ground (m/min), `altitude` (m),
 * `east` and `north` (m from the first position).
 */
export function displaySeries(
  motion: Motion | null,
  strides: readonly SegmentStrides[],
  jumps: readonly { readonly at: number }[],
  { seconds, beats, way }: Beside,
): DisplaySeries {
  const none = () => Array<null>(seconds).fill(null);
  const lost = motion && mostlyIn(motion.gaps, seconds);
  const measured = strides.flatMap((segment) => segment.strides);
  const whole = withoutJumps(strides, jumps).flatMap(wholly);
  return {
    time: Array.from({ length: seconds }, (_, at) => at),
    columns: [
      { name: 'cadence', unit: '1/min', values: cadence(measured, seconds) },
      { name: 'elevation', unit: 'cm', values: elevation(whole, seconds) },
      { name: 'turnRate', unit: 'deg/s', values: motion && lost ? turnRate(motion, lost) : none() },
      { name: 'activity', unit: 'g', values: motion && lost ? activity(motion, lost) : none() },
      ...(beats ? [column('heartRate', 'bpm', beats.bpm)] : []),
      ...(way
        ? [
            column('speed', 'm/min', way.speed, 60),
            column('altitude', 'm', way.altitude),
            column('east', 'm', way.east),
            column('north', 'm', way.north),
          ]
        : []),
    ],
  };
}

function column(
  name: 'heartRate' | 'speed' | 'altitude' | 'east' | 'north',
  unit: string,
  values: Float64Array,
  factor = 1,
) {
  const shown = Array.from(values, (value) =>
    Number.isNaN(value) ? null : rounded(factor * value, digits[name]),
  );
  return { name, unit, values: shown };
}

function cadence(strides: readonly Stride[], seconds: number): Values {
  const durations = meanPerSecond(strides, ({ from, to }) => to - from, seconds);
  return durations.map((duration) => (duration === null ? null : rounded(60 / duration, digits.cadence)));
}

function elevation(strides: readonly Stride[], seconds: number): Values {
  const heights = meanPerSecond(strides, ({ height }) => 100 * height, seconds);
  return heights.map((height) => (height === null ? null : rounded(height, digits.elevation)));
}

/** Mean over the strides of each second, which reaches half a second to both sides; null without strides. */
function meanPerSecond(
  strides: readonly Stride[],
  of: (stride: Stride) => number,
  seconds: number,
): (number | null)[] {
  const sums = new Float64Array(seconds);
  const weights = new Float64Array(seconds);
  for (const stride of strides) {
    const last = Math.min(seconds - 1, Math.round(stride.to));
    for (let at = Math.round(stride.from); at <= last; at++) {
      const weight = Math.min(stride.to, at + 0.5) - Math.max(stride.from, at - 0.5);
      if (weight <= 0) continue;
      sums[at] += weight * of(stride);
      weights[at] += weight;
    }
  }
  return Array.from(sums, (sum, at) => (weights[at] > 0 ? sum / weights[at] : null));
}

function turnRate(motion: Motion, lost: Uint8Array): Values {
  if (!motion.yaw || whyNoTurning(motion)) return Array.from(lost, () => null);
  const { rates, stepSeconds } = turnRateSteps(motion.yaw, motion.rateHz);
  return Array.from(lost, (isLost, at) => {
    const step = Math.min(rates.length - 1, Math.round(at / stepSeconds));
    return isLost ? null : rounded(rates[step], digits.turnRate);
  });
}

function activity({ vertical, level, rateHz, samples }: Motion, lost: Uint8Array): Values {
  return Array.from(lost, (isLost, at) => {
    if (isLost) return null;
    const from = Math.max(0, Math.round((at - 0.5) * rateHz));
    const to = Math.min(samples, Math.round((at + 0.5) * rateHz));
    let sum = 0;
    for (let i = from; i < to; i++) sum += vertical[i] ** 2 + level[0][i] ** 2 + level[1][i] ** 2;
    return rounded(Math.sqrt(sum / (to - from)), digits.activity);
  });
}
