import type { Stated } from '../layout.ts';
import type { AngularRateUnit } from '../options.ts';
import { ANGULAR_RATE_UNITS, COUNTS_PER_DEGREE_PER_SECOND } from '../units.ts';

/** deg/s per unit of the file, and what had to be assumed. */
export interface AngularRateScale {
  readonly factor: number;
  readonly notes: readonly string[];
}

/** 90th percentile of the length, in rad/s as in deg/s, that lies between what a moving trunk gives in either. */
const BETWEEN_UNITS = 8;
/** 90th percentiles in deg/s that a horse's trunk does not go beyond, or stay below while it moves. */
const MOST_OF_A_TRUNK = 1000;
const LEAST_OF_A_MOVING_TRUNK = 3;
/** 90th percentile of whole numbers above which they are counts. */
const COUNTS_FROM = 2000;

function p90OfLength(axes: readonly Float32Array[]): { p90: number; integers: boolean } {
  const [x, y, z] = axes as [Float32Array, Float32Array, Float32Array];
  const stride = Math.max(1, Math.floor(x.length / 20_000));
  const lengths: number[] = [];
  let integers = true;
  for (let i = 0; i < x.length; i += stride) {
    const length = Math.hypot(x[i]!, y[i]!, z[i]!);
    if (Number.isNaN(length)) continue;
    lengths.push(length);
    if (integers && !Number.isInteger(x[i]!)) integers = false;
  }
  const sorted = Float64Array.from(lengths).sort();
  return { p90: sorted[Math.floor(sorted.length * 0.9)] ?? 0, integers };
}

const COUNTS_SCALE: AngularRateScale = {
  factor: 1 / COUNTS_PER_DEGREE_PER_SECOND,
  notes: [
    `The gyroscope's range cannot be told from raw counts; +-250 deg/s (${COUNTS_PER_DEGREE_PER_SECOND} counts per deg/s) was taken.`,
  ],
};

function checkStated(
  unit: 'deg/s' | 'rad/s' | 'mdps',
  by: Stated<AngularRateUnit>['by'],
  p90: number,
  moving: boolean,
): AngularRateScale {
  const factor = ANGULAR_RATE_UNITS[unit].factor;
  if (by === 'header' && unit === 'rad/s' && p90 * factor > MOST_OF_A_TRUNK && p90 < MOST_OF_A_TRUNK) {
    return {
      factor: 1,
      notes: [
        `The header says rad/s, but a trunk cannot turn at ${Math.round(p90 * factor)} deg/s a tenth of the time; deg/s was taken.`,
      ],
    };
  }
  if (moving && p90 > 0 && p90 * factor < LEAST_OF_A_MOVING_TRUNK) {
    return {
      factor,
      notes: [
        `Angular rate in ${unit} stays below ${Number((p90 * factor).toPrecision(2))} deg/s nine tenths of the time, little for a moving horse; if the unit is wrong, give the right one with --units gyro=rad/s.`,
      ],
    };
  }
  return { factor, notes: [] };
}

/**
 * Decides the unit of angular rate: as stated, else by size, for nothing like gravity gives it away. The trunk of a
 * moving horse turns at 30-120 deg/s at its 90th percentile, 0.5-2 rad/s.
 */
export function decideAngularRate(
  axes: readonly Float32Array[],
  stated: Stated<AngularRateUnit | 'mdps'> | null,
  moving: boolean,
): AngularRateScale {
  const { p90, integers } = p90OfLength(axes);
  if (stated)
    return stated.unit === 'counts' ? COUNTS_SCALE : checkStated(stated.unit, stated.by, p90, moving);
  if (integers && p90 > COUNTS_FROM) return COUNTS_SCALE;
  const unit = p90 < BETWEEN_UNITS && moving ? ANGULAR_RATE_UNITS['rad/s'] : ANGULAR_RATE_UNITS['deg/s'];
  const why = moving
    ? `nine tenths of the values are below ${Number(p90.toPrecision(3))}`
    : 'though the sensor hardly moved and its size tells little';
  return {
    factor: unit.factor,
    notes: [`The unit of angular rate is not stated; ${unit.name} was taken, ${moving ? 'for ' : ''}${why}.`],
  };
}
