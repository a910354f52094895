import { RecordingRejected } from '../rejection.ts';
import { type Columns, GrowingColumns } from '../text/columns.ts';
import { MOST_ROWS } from '../text/read-table.ts';
import { type Calibration, calibrate } from './calibration.ts';
import type { FitMessage } from './read-messages.ts';

/** First fields of three axes each: what a message calls its numbers. */
interface AxisFields {
  readonly calibrated: number;
  /** In thousandths of the unit; null where the profile has none. */
  readonly thousandths: number | null;
}

const COUNTS = 2;
const TIMESTAMP_MS = 0;
const SAMPLE_TIME_OFFSET = 1;

/** Samples of an accelerometer or a gyroscope, of which a message holds about a second. */
export class SensorSamples {
  readonly #columns = new GrowingColumns(3);
  readonly #fields: AxisFields;
  readonly #row = new Float64Array(4);
  #calibration: Calibration | null = null;
  /** True when counts came without anything that makes them g or deg/s. */
  hasBareCounts = false;
  /** True when numbers came that are in g or deg/s. */
  hasUnits = false;

  constructor(fields: AxisFields) {
    this.#fields = fields;
  }

  get count(): number {
    return this.#columns.rows;
  }

  get isCalibrated(): boolean {
    return this.#calibration !== null;
  }

  setCalibration(calibration: Calibration): void {
    this.#calibration = calibration;
  }

  add(message: FitMessage): void {
    const { calibrated, thousandths } = this.#fields;
    const start = message.timestamp + (message.numbers(TIMESTAMP_MS)[0] || 0) / 1000;
    const offsets = message.numbers(SAMPLE_TIME_OFFSET);
    const axes = (first: number) => [0, 1, 2].map((axis) => message.numbers(first + axis));
    const hasAny = (values: readonly (readonly number[])[]) => values.every((axis) => axis.length > 0);
    const told = axes(calibrated);
    const small =
      thousandths === null ? [] : axes(thousandths).map((axis) => axis.map((value) => value / 1000));
    const counts = axes(COUNTS);
    const inUnits = hasAny(told) ? told : small.length > 0 && hasAny(small) ? small : null;
    if (inUnits) this.#append(start, offsets, (i) => inUnits.map((axis) => axis[i] ?? Number.NaN), true);
    else if (hasAny(counts)) {
      const calibration = this.#calibration;
      this.#append(
        start,
        offsets,
        (i) => {
          const raw = counts.map((axis) => axis[i] ?? Number.NaN);
          // Unsigned by the profile, though sensors count to both sides.
          return calibration
            ? calibrate(raw, calibration)
            : raw.map((count) => (count > 0x7fff ? count - 0x1_0000 : count));
        },
        calibration !== null,
      );
    }
  }

  /** All samples; nothing may be added afterwards. */
  join(): Columns {
    return this.#columns.join();
  }

  #append(
    start: number,
    offsets: readonly number[],
    at: (sample: number) => readonly number[],
    isInUnits: boolean,
  ): void {
    for (let i = 0; i < Math.max(1, offsets.length); i++) {
      const values = at(i);
      const time = start + (offsets[i] ?? 0) / 1000;
      if (Number.isNaN(time) || values.some(Number.isNaN)) continue;
      this.#row.set([time, ...values]);
      this.#columns.append(this.#row);
      if (isInUnits) this.hasUnits = true;
      else this.hasBareCounts = true;
    }
    if (this.count > MOST_ROWS) {
      throw new RecordingRejected(
        'too-long',
        `The file has more than ${MOST_ROWS} samples, as many as a day at 100 Hz; split it into rides.`,
      );
    }
  }
}
