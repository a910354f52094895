import { assemble } from '../assemble.ts';
import { assembleTraces, joinTraces } from '../assemble-traces.ts';
import { readCalibration } from '../fit/calibration.ts';
import { type FitMessage, readMessages } from '../fit/read-messages.ts';
import { SensorSamples } from '../fit/sensor-samples.ts';
import { layOnTimes } from '../lay-on-times.ts';
import { layoutOf } from '../layout.ts';
import { type Note, urgent } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import { readWhole } from '../read-whole.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { rowsOf } from '../rows.ts';
import type { Columns } from '../text/columns.ts';
import { MOST_SAMPLES, Traces } from '../traces.ts';
import { inTurns } from '../turns.ts';

/** Global message numbers of the FIT profile. */
const MESSAGE = {
  record: 20,
  gpsMetadata: 160,
  timestampCorrelation: 162,
  gyroscopeData: 164,
  accelerometerData: 165,
  calibration: 167,
  fieldDescription: 206,
} as const;
const WANTED = new Set<number>(Object.values(MESSAGE));
/** Times count from 1989-12-31T00:00:00Z. */
const FIT_EPOCH = 631_065_600;
/** Smaller ones count from when the device was switched on. */
const FIRST_DATE = 0x1000_0000;
const DEGREES_PER_SEMICIRCLE = 180 / 2 ** 31;
const HEART_RATE = 3;
/** Every record is asked for each of them. */
const MOST_HEART_RATE_FIELDS = 16;
const MOST_BYTES = 256 * 2 ** 20;
const SIGN_DOUBT =
  'A FIT file does not tell the sign of the acceleration, taken as +1 g along up at rest; if the device has the opposite one, give --invert.';

/** A moment by the file's own count, and what was there. */
interface Sample {
  readonly at: number;
  readonly bpm: number;
  readonly fix: { latitude: number; longitude: number; altitude: number; speed: number; accuracy: number };
}

/** What a FIT file holds of a ride, by the file's own count of seconds. */
class FitContents {
  readonly accelerometer = new SensorSamples({ calibrated: 5, thousandths: 8 });
  readonly gyroscope = new SensorSamples({ calibrated: 5, thousandths: null });
  readonly samples: Sample[] = [];
  /** s to add to times since the device was switched on; null when the file does not tell. */
  sinceSwitchedOn: number | null = null;
  #heartRateFields: { readonly index: number; readonly field: number }[] = [];

  /** The first calibration of a sensor holds for all before it, too. */
  calibrate(message: FitMessage): void {
    const read = readCalibration(message);
    if (read && !this[read.sensor].isCalibrated) this[read.sensor].setCalibration(read.calibration);
  }

  take(message: FitMessage): void {
    const first = (field: number) => message.numbers(field)[0] ?? Number.NaN;
    switch (message.number) {
      case MESSAGE.accelerometerData:
        this.accelerometer.add(message);
        return;
      case MESSAGE.gyroscopeData:
        this.gyroscope.add(message);
        return;
      case MESSAGE.calibration: {
        const read = readCalibration(message);
        if (read) this[read.sensor].setCalibration(read.calibration);
        return;
      }
      case MESSAGE.timestampCorrelation: {
        const utc = message.timestamp + (first(0) / 32_768 || first(4) / 1000 || 0);
        const system = first(1) + (first(2) / 32_768 || first(5) / 1000 || 0);
        if (Number.isFinite(utc - system)) this.sinceSwitchedOn ??= utc - system;
        return;
      }
      case MESSAGE.fieldDescription:
        if (
          first(14) === MESSAGE.record &&
          first(15) === HEART_RATE &&
          this.#heartRateFields.length < MOST_HEART_RATE_FIELDS
        )
          this.#heartRateFields.push({ index: first(0), field: first(1) });
        return;
      case MESSAGE.gpsMetadata:
        this.#addFix(message, message.timestamp + (first(0) || 0) / 1000, {
          latitude: first(1),
          longitude: first(2),
          altitude: first(3) / 5 - 500,
          speed: first(4) / 1000,
          accuracy: Number.NaN,
        });
        return;
      case MESSAGE.record:
        this.#addFix(message, message.timestamp, {
          latitude: first(0),
          longitude: first(1),
          altitude: (first(78) || first(2)) / 5 - 500,
          speed: (Number.isNaN(first(73)) ? first(6) : first(73)) / 1000,
          accuracy: first(31),
        });
    }
  }

  #addFix(message: FitMessage, at: number, fix: Sample['fix']): void {
    const own =
      message.number === MESSAGE.record ? (message.numbers(HEART_RATE)[0] ?? Number.NaN) : Number.NaN;
    const developers = this.#heartRateFields.map(
      ({ index, field }) => message.developer(index, field)[0] ?? Number.NaN,
    );
    const bpm = [own, ...developers].find((value) => !Number.isNaN(value)) ?? Number.NaN;
    if (Number.isNaN(bpm) && Number.isNaN(fix.latitude)) return;
    if (this.samples.length === MOST_SAMPLES) {
      throw new RecordingRejected(
        'too-long',
        `The file has more than ${MOST_SAMPLES} samples of heart rate or position; split it into rides.`,
      );
    }
    const latitude = fix.latitude * DEGREES_PER_SEMICIRCLE;
    const longitude = fix.longitude * DEGREES_PER_SEMICIRCLE;
    this.samples.push({ at, bpm, fix: { ...fix, latitude, longitude } });
  }

  /** Seconds since 1970 where the file knows them. */
  instant(at: number): number {
    if (at >= FIRST_DATE) return at + FIT_EPOCH;
    return this.sinceSwitchedOn === null ? at : at + this.sinceSwitchedOn + FIT_EPOCH;
  }
}

/**
 * A FIT file, or several in one: the samples of accelerometer and gyroscope with their calibration, heart rate (also from
 * a developer's field that stands for it) and position. One that breaks off gives what came before.
 * @throws RecordingRejected
 */
export async function decodeFit(all: AsyncIterable<Uint8Array>, options: DecodeOptions): Promise<Recording> {
  const contents = new FitContents();
  const bytes = await readWhole(all, MOST_BYTES);
  // A device may write the calibration only after the first counts.
  const calibrations = readMessages(bytes, new Set([MESSAGE.calibration]), (message) =>
    contents.calibrate(message),
  );
  await inTurns(calibrations, options.signal);
  const messages = readMessages(bytes, WANTED, (message) => contents.take(message));
  const problem = await inTurns(messages, options.signal);
  const notes: Note[] = [];
  if (problem) notes.push(urgent(`The FIT file is damaged (${problem}); what could be read was used.`));
  const traces = new Traces();
  for (const { at, bpm, fix } of contents.samples) {
    if (!Number.isNaN(bpm)) traces.addHeartRate(contents.instant(at), bpm);
    if (!Number.isNaN(fix.latitude)) traces.addFix(contents.instant(at), fix);
  }
  if (contents.accelerometer.count === 0) {
    if (problem && traces.isEmpty) {
      throw new RecordingRejected(
        'damaged-file',
        `The FIT file is damaged (${problem}), and nothing before that can be used; copy it from the device again.`,
      );
    }
    return assembleTraces(traces, { format: 'fit', name: 'FIT file', notes }, options);
  }
  const { recording, zero } = assembleMotion(contents, notes, options);
  return traces.isEmpty ? recording : joinTraces(recording, traces, zero);
}

function assembleMotion(contents: FitContents, notes: Note[], options: DecodeOptions) {
  const { accelerometer, gyroscope } = contents;
  const inUnits = accelerometer.hasUnits;
  if (inUnits && accelerometer.hasBareCounts) {
    throw new RecordingRejected(
      'unknown-unit',
      'Some samples of acceleration in this FIT file are raw counts without a calibration, others are not; export it again.',
    );
  }
  const instants = (columns: Columns): Columns => ({
    ...columns,
    time: columns.time.map((at) => contents.instant(at)),
  });
  const motion = instants(accelerometer.join());
  const hasRate = gyroscope.count > 0 && gyroscope.hasUnits && !gyroscope.hasBareCounts;
  if (gyroscope.count > 0 && !hasRate)
    notes.push(urgent('The gyroscope has raw counts without a calibration, and was left out.'));
  if (!options.invert) notes.push(urgent(SIGN_DOUBT));
  const layout = layoutOf('fit', {
    timeUnit: 's',
    accelerationUnit: 'g',
    angularRateUnit: hasRate ? 'deg/s' : null,
    linear: null,
    notes,
  });
  const rate = hasRate ? layOnTimes(motion.time, instants(gyroscope.join()), 1) : [];
  const rows = rowsOf({ ...motion, channels: [...motion.channels, ...rate] });
  return assemble(rows, inUnits ? layout : { ...layout, accelerationUnit: null }, options);
}
