import type { Stated } from '../layout.ts';
import { type Note, routine, urgent } from '../note.ts';
import type { AngularRateUnit } from '../options.ts';
import { ANGULAR_RATE_UNITS, COUNTS_PER_DEGREE_PER_SECOND } from '../units.ts';

/** deg/s per unit of the file, and what had to be assumed. */
export interface AngularRateScale {
  readonly factor: number;
  /** True when it may well be wrong: the range of raw counts, a header that cannot be true, a unit told by a sensor at rest. */
  readonly guessed: boolean;
  readonly notes: readonly Note[];
}

/** What else is known of the recording. */
export interface RateContext {
  /** True when the acceleration shows motion. */
  readonly moving: boolean;
  /** True when the acceleration is in raw counts. */
  readonly inCounts: boolean;
}

/**
 * Between the 99th percentiles of a moving trunk in rad/s and in deg/s: 0.9-2.2 and 50-125 from walk to canter. The
 * 99th, because a sensor that was not stopped may stand still most of the time.
 */
const BETWEEN_UNITS = 12;
/** 99th percentiles in deg/s that a trunk does not go beyond, or stay below while it moves. */
const MOST_OF_A_TRUNK = 2000;
const LEAST_OF_A_MOVING_TRUNK = 5;
/** 99th percentile of whole numbers above which they are counts. */
const COUNTS_FROM = 2000;

/** Length of a vector whose three axes are at the end of a range of 16 bits. */
const LONGEST_COUNTS = 32_768 * Math.sqrt(3);

const MOST_LENGTHS = 20_000;

const rounded = (value: number) => Number(value.toPrecision(2));

function measure(axes: readonly Float32Array[]): { p99: number; integers: boolean } {
  const [x, y, z] = axes as [Float32Array, Float32Array, Float32Array];
  const stride = Math.max(1, Math.floor(x.length / MOST_LENGTHS));
  const lengths: number[] = [];
  let integers = true;
  for (let i = 0; i < x.length; i += stride) {
    const length = Math.hypot(x[i]!, y[i]!, z[i]!);
    if (Number.isNaN(length)) continue;
    lengths.push(length);
    if (!Number.isInteger(x[i]!) || !Number.isInteger(y[i]!)) integers = false;
  }
  const sorted = Float64Array.from(lengths).sort();
  return { p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, integers };
}

const COUNTS_SCALE: AngularRateScale = {
  factor: 1 / COUNTS_PER_DEGREE_PER_SECOND,
  guessed: true,
  notes: [
    urgent(
      `The gyroscope's range cannot be told from raw counts; +-250 deg/s (${COUNTS_PER_DEGREE_PER_SECOND} counts per deg/s) was taken: if it was set to another, convert it to deg/s or mdps and give --units gyro=deg/s or gyro=mdps.`,
    ),
  ],
};

function checkStated(
  unit: 'deg/s' | 'rad/s' | 'mdps',
  by: Stated<string>['by'],
  p99: number,
  moving: boolean,
): AngularRateScale {
  const factor = ANGULAR_RATE_UNITS[unit].factor;
  const reach = p99 * factor;
  if (by === 'header' && unit === 'rad/s' && reach > MOST_OF_A_TRUNK && p99 < MOST_OF_A_TRUNK) {
    return {
      factor: 1,
      guessed: true,
      notes: [
        urgent(
          `The header says rad/s, but a horse does not turn at ${rounded(reach)} deg/s; deg/s was taken.`,
        ),
      ],
    };
  }
  if (moving && p99 > 0 && reach < LEAST_OF_A_MOVING_TRUNK) {
    return {
      factor,
      guessed: false,
      notes: [
        urgent(
          `Angular rate in ${unit} hardly reaches ${rounded(reach)} deg/s, little for a moving horse; if the unit is wrong, give the right one with --units gyro=rad/s.`,
        ),
      ],
    };
  }
  return { factor, guessed: false, notes: [] };
}

/**
 * Decides the unit of angular rate: as stated, unless a stated rad/s is impossible; else by size, for nothing like
 * gravity gives it away. The notes say when size decided.
 */
export function decideAngularRate(
  axes: readonly Float32Array[],
  stated: Stated<AngularRateUnit> | null,
  { moving, inCounts }: RateContext,
): AngularRateScale {
  const { p99, integers } = measure(axes);
  if (stated)
    return stated.unit === 'counts' ? COUNTS_SCALE : checkStated(stated.unit, stated.by, p99, moving);
  if (integers && p99 > LONGEST_COUNTS) {
    return {
      factor: ANGULAR_RATE_UNITS.mdps.factor,
      guessed: true,
      notes: [
        urgent(
          `The unit of angular rate is not stated, and up to about ${rounded(p99)} its whole numbers are too large for raw counts of 16 bits; mdps was taken: if that is wrong, give the unit with --units gyro=...`,
        ),
      ],
    };
  }
  if (integers && (inCounts || p99 > COUNTS_FROM)) return COUNTS_SCALE;
  const unit = moving && p99 < BETWEEN_UNITS ? 'rad/s' : 'deg/s';
  const weigh = moving ? routine : urgent;
  const why = moving
    ? `for it reaches about ${rounded(p99)}`
    : 'though the sensor hardly moved, and the size of the values tells little';
  return {
    factor: ANGULAR_RATE_UNITS[unit].factor,
    // deg/s and rad/s are a factor of 57 apart: a moving trunk tells them surely.
    guessed: !moving,
    notes: [weigh(`The unit of angular rate is not stated; ${unit} was taken, ${why}.`)],
  };
}
