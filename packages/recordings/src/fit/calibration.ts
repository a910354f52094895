import type { FitMessage } from './read-messages.ts';

/** How counts of a sensor become g or deg/s: message three_d_sensor_calibration of the FIT profile. */
export interface Calibration {
  readonly scale: number;
  readonly levelShift: number;
  readonly offset: readonly number[];
  /** Rows of a 3 x 3 matrix. */
  readonly orientation: readonly number[];
}

const ORIENTATION_SCALE = 65_535;
const UNTURNED = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The calibration in a message, and the sensor it is for; null where it lacks its factor. */
export function readCalibration(
  message: FitMessage,
): { sensor: 'accelerometer' | 'gyroscope'; calibration: Calibration } | null {
  const first = (field: number) => message.numbers(field)[0] ?? Number.NaN;
  const sensor = first(0) === 0 ? 'accelerometer' : first(0) === 1 ? 'gyroscope' : null;
  const scale = first(1) / first(2);
  if (!sensor || !Number.isFinite(scale) || scale === 0) return null;
  const offset = message.numbers(4);
  const orientation = message.numbers(5).map((value) => value / ORIENTATION_SCALE);
  return {
    sensor,
    calibration: {
      scale,
      levelShift: first(3) || 0,
      offset: offset.length === 3 && !offset.some(Number.isNaN) ? offset : [0, 0, 0],
      orientation: orientation.length === 9 && !orientation.some(Number.isNaN) ? orientation : UNTURNED,
    },
  };
}

/** Counts in the sensor's unit: level and offset off, scaled, then turned into the device's axes. */
export function calibrate(counts: readonly number[], calibration: Calibration): number[] {
  const { scale, levelShift, offset, orientation } = calibration;
  const [x, y, z] = counts.map((count, axis) => (count - levelShift - offset[axis]!) * scale);
  return [0, 3, 6].map(
    (row) => orientation[row]! * x! + orientation[row + 1]! * y! + orientation[row + 2]! * z!,
  );
}
