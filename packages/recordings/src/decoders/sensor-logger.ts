import { chooseColumns } from '../choose-columns.ts';
import type { GravityEvidence } from '../clean/gravity.ts';
import type { Judgement, Layout } from '../layout.ts';
import { urgent } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import { RecordingRejected } from '../rejection.ts';
import { isNumber, type Table } from '../text/table.ts';
import { STANDARD_GRAVITY } from '../units.ts';

const HELP =
  'send Accelerometer.csv or TotalAcceleration.csv of the same recording, or, if this is acceleration, say so with --units acc=m/s2';

const SIGN_DOUBT =
  'Sensor Logger keeps the sign of the phone unless "Standardise Units & Frames" is on; it was taken as that of Android. If it was an iPhone, give --invert.';

const NAMES = ['time', 'seconds_elapsed', 'z', 'y', 'x'];
const BARE =
  'The file has no header; its rows are as Sensor Logger writes them, so the columns were taken as time, seconds_elapsed, z, y, x.';

/** Gravity by the accelerometer wanders by more than this share of itself, however still it lies. */
const STEADIER_THAN_A_SENSOR = 1e-4;
/**
 * 99th percentile of the length, in the file's unit, between rotation in rad/s (measured at 0.9-2.2 on trunks from walk
 * to canter) and acceleration without gravity in m/s2 (6-25).
 */
const BEYOND_ROTATION = 4;
/** 99th percentile of the length in g that no horse reaches. */
const MOST_G = 5;

/**
 * Tells what the nameless x, y, z of a Sensor Logger file measure. Acceleration with gravity shows 9.81 in m/s2, or 1
 * in g: the app writes g only on iOS and in Apple's frame, whose sign is the opposite.
 */
function judge(evidence: GravityEvidence, signKnown: boolean): Judgement {
  const { magnitude, low, high, median, p99 } = evidence;
  const steady = high - low < 0.3 * magnitude;
  if (Math.abs(median - STANDARD_GRAVITY) < 0.01 && p99 - median < STEADIER_THAN_A_SENSOR * median) {
    throw new RecordingRejected(
      'missing-column',
      `The x, y, z columns always have the length of gravity: this looks like Sensor Logger's Gravity.csv, which holds no motion; ${HELP}.`,
    );
  }
  if (Math.abs(magnitude / STANDARD_GRAVITY - 1) < 0.3) {
    return { accelerationUnit: 'm/s2', linear: false, notes: [] };
  }
  if (Math.abs(magnitude - 1) < 0.2 && steady && p99 < MOST_G) {
    return {
      accelerationUnit: 'g',
      linear: false,
      notes: [],
    };
  }
  if (magnitude < STANDARD_GRAVITY / 2 && p99 >= BEYOND_ROTATION) {
    return {
      accelerationUnit: 'm/s2',
      linear: true,
      notes: signKnown ? [] : [urgent(SIGN_DOUBT)],
    };
  }
  throw new RecordingRejected(
    'missing-column',
    `The x, y, z columns of this Sensor Logger file look like no acceleration (mean ${magnitude.toPrecision(3)}, largest about ${p99.toPrecision(3)}), more like rotation or a magnetic field; ${HELP}.`,
  );
}

/** True for rows as the app writes them without their header: nanoseconds since 1970, the same in seconds, three numbers. */
function isBare({ width, sample }: Table): boolean {
  const rows = sample.filter((row) => row.length === 5 && /^1\d{18}$/.test(row[0]!) && row.every(isNumber));
  const [first, last] = [rows[0], rows.at(-1)];
  if (width !== 5 || !first || !last || rows.length < sample.length * 0.9) return false;
  const seconds = (Number(last[0]) - Number(first[0])) / 1e9;
  return Math.abs(seconds - (Number(last[1]) - Number(first[1]))) < 0.01;
}

/**
 * One file of a Sensor Logger export: `time` (nanoseconds since 1970), `seconds_elapsed`, z, y, x. The sensor's name is
 * that of the file alone, so the values must tell what they are. Null for anything else.
 */
export function recogniseSensorLogger(table: Table, options: DecodeOptions): Layout | null {
  const names = table.header;
  if (!names && isBare(table)) {
    const layout = recogniseSensorLogger({ ...table, header: NAMES }, options);
    return layout && { ...layout, notes: [...layout.notes, BARE] };
  }
  if (!names || !['seconds_elapsed', 'x', 'y', 'z'].every((name) => names.includes(name))) return null;
  const wanted = { t: names.includes('time') ? 'time' : 'seconds_elapsed', ...options.columns };
  const columns = chooseColumns(table, { ...options, columns: wanted });
  const timeUnit = columns.timeUnit ?? ({ unit: wanted.t === 'time' ? 'ns' : 's', by: 'format' } as const);
  return {
    format: 'sensor-logger-csv',
    ...columns,
    timeUnit,
    coreMotion: true,
    judge: (evidence) => judge(evidence, options.invert === true),
  };
}
