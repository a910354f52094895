import { findGravity } from '../clean/gravity.ts';
import type { Layout } from '../layout.ts';
import type { DecodeOptions } from '../options.ts';
import type { Table } from '../text/table.ts';

const WHOLE = /^[+-]?\d+$/;
const LARGEST = 32_768;
/** Below this the mean vector is no 1 g in counts, even at +-16 g (2048) and badly clipped. */
const LEAST_GRAVITY = 1400;

/**
 * Raw counts of an MPU-6050/6500 as loggers print them: no header, epoch milliseconds, then six whole numbers within
 * 16 bits, three of acceleration with gravity in them and three of angular rate. Null for anything else.
 */
export function recogniseMpuRawCounts(table: Table, options: DecodeOptions): Layout | null {
  if (table.header || table.width !== 7 || options.columns || options.units?.acc || options.units?.gyro)
    return null;
  const rows = table.sample.filter((row) => row.length === 7);
  const counts = rows.filter(
    (row) =>
      row.every((cell) => WHOLE.test(cell)) &&
      row.slice(1).every((cell) => Math.abs(Number(cell)) <= LARGEST),
  );
  if (counts.length === 0 || counts.length < table.sample.length * 0.9) return null;
  const axes = [1, 2, 3].map((column) => Float32Array.from(counts, (row) => Number(row[column])));
  if (findGravity(axes, counts.length).magnitude < LEAST_GRAVITY) return null;
  return {
    format: 'mpu-raw-counts',
    time: 0,
    acceleration: [1, 2, 3],
    angularRate: [4, 5, 6],
    angularRateByPosition: false,
    isSampleTimeFine: false,
    timeUnit: options.units?.time ? { unit: options.units.time, by: 'caller' } : { unit: 'ms', by: 'format' },
    unknownAccelerationUnit: null,
    accelerationUnit: { unit: 'counts', by: 'format' },
    angularRateUnit: { unit: 'counts', by: 'format' },
    linear: false,
    coreMotion: false,
    notes: [],
  };
}
