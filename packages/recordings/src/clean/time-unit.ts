import type { Stated } from '../layout.ts';
import { type Note, routine, urgent } from '../note.ts';
import type { TimeUnit } from '../options.ts';
import { RecordingRejected } from '../rejection.ts';
import { TIME_UNITS } from '../units.ts';

/** Sampling rates between which a motion sensor's unit of time is looked for, in Hz. */
const SLOWEST_HZ = 20;
/** Seconds with decimals are no other unit's whole numbers, and may be a little slower. */
const SLOWEST_IN_SECONDS_HZ = 10;
const FASTEST_HZ = 2000;
/** Sampling rates outside of which a stated unit cannot be meant. */
const LEAST_STATED_HZ = 1;
const MOST_STATED_HZ = 20_000;

/** Seconds per unit of the SampleTimeFine of Xsens' older devices; newer ones write us. */
const TENTH_OF_MILLISECOND = 1e-4;

const SECONDS_PER_DAY = 86_400;
/** Steps in days of 1 kHz to 1 Hz and slower, and a day (of 2064) before which a spreadsheet's count lies. */
const SHORTEST_STEP_IN_DAYS = 1e-9;
const LONGEST_STEP_IN_DAYS = 1e-5;
const LAST_DAY = 60_000;

/** 2001-09-09 and 2096: a number between them, in the right unit, is an instant since 1970. */
const EPOCH_FROM_SECONDS = 1e9;
const EPOCH_TO_SECONDS = 4e9;

/** Steps without a unit that are a slow sensor's seconds as likely as a fast one's milliseconds. */
const FASTEST_STEP_IN_SECONDS = 0.11;
const SLOWEST_STEP_IN_SECONDS = 1.1;

/** Twice the two beats per stride of a trot whose strides are as slow as 1.2 Hz. */
const FEWEST_FOR_STRIDES_HZ = 4.8;
const TOO_FEW = 'too few to tell strides; record at 25 samples per second or more, better at 100';

const rounded = (value: number) => Number(value.toPrecision(3));

function samplesPerSecond(rate: number): string {
  return `${rounded(rate)} ${rounded(rate) === 1 ? 'sample' : 'samples'} per second`;
}

/**
 * Typical step between samples in the unit of `time`: the median step between different stamps, divided by the
 * number of samples that share a stamp. 0 when no two stamps differ.
 */
export function typicalStep(time: Float64Array): number {
  const n = time.length;
  const stride = Math.max(1, Math.floor(n / 20_000));
  const steps: number[] = [];
  let pairs = 0;
  for (let i = 1; i < n; i += stride) {
    pairs++;
    const step = time[i]! - time[i - 1]!;
    if (step > 0) steps.push(step);
  }
  if (steps.length === 0) return 0;
  const sorted = Float64Array.from(steps).sort();
  return (sorted[sorted.length >> 1]! * steps.length) / pairs;
}

/** True when `time`, in seconds, can be an instant since 1970. */
export function isEpoch(seconds: number): boolean {
  return seconds >= EPOCH_FROM_SECONDS && seconds <= EPOCH_TO_SECONDS;
}

/** Seconds per unit of the time column, and what had to be assumed. */
export interface TimeScale {
  readonly factor: number;
  /** True for a spreadsheet's count of days: a date and clock without an offset from UTC. */
  readonly inDays: boolean;
  readonly note: Note | null;
}

/** What else is known of the time column. */
export interface TimeContext {
  readonly placeOf: (row: number) => string;
  /** True for the column that Xsens' devices call SampleTimeFine. */
  readonly isSampleTimeFine: boolean;
}

/**
 * Seconds per unit of the time column. A unit that is stated is taken, unless the sampling rate would be none: then one
 * stated by the header gives way. Otherwise the unit in which the stamps are instants of this century, else the one
 * in which the sampling rate lies between 20 (seconds: 10) and 2000 Hz (the ranges of s, ms, us and ns do not overlap).
 * Xsens' SampleTimeFine is in us or, on older devices, in 0.1 ms.
 * @throws RecordingRejected `time-not-increasing`, `unknown-unit` or `implausible-values`
 */
export function decideTimeUnit(
  time: Float64Array,
  stated: Stated<TimeUnit> | null,
  { placeOf, isSampleTimeFine }: TimeContext,
): TimeScale {
  const step = typicalStep(time);
  if (step === 0) {
    const lines = `from ${placeOf(0)} to ${placeOf(time.length - 1)}`;
    throw new RecordingRejected(
      'time-not-increasing',
      time.at(-1)! < time[0]!
        ? `The time runs backwards ${lines}; sort the rows by time, or name another column with --columns t=NAME.`
        : `The time never increases ${lines}; name the right column with --columns t=NAME.`,
    );
  }
  const units = Object.values(TIME_UNITS);
  const rateIn = (factor: number) => 1 / (step * factor);
  if (stated && stated.unit !== 'iso') {
    const { name, factor } = TIME_UNITS[stated.unit];
    const rate = rateIn(factor);
    if (rate >= LEAST_STATED_HZ && rate <= MOST_STATED_HZ) return { factor, inDays: false, note: null };
    if (stated.by !== 'header') {
      throw new RecordingRejected(
        'implausible-values',
        `In ${name} the time would be ${rounded(rate)} samples per second, which no motion sensor gives; check the unit (--units time=...) and the column (--columns t=NAME).`,
      );
    }
  }
  if (!stated && isSampleTimeFine && rateIn(TIME_UNITS.us.factor) > FASTEST_HZ) {
    const rate = samplesPerSecond(rateIn(TENTH_OF_MILLISECOND));
    return {
      factor: TENTH_OF_MILLISECOND,
      inDays: false,
      note: `SampleTimeFine goes up by ${rounded(step)} per sample, too little for us; 0.1 ms was taken, for ${rate}.`,
    };
  }
  const middle = time[time.length >> 1]!;
  const instants = units.find(({ factor }) => isEpoch(middle * factor) && rateIn(factor) >= LEAST_STATED_HZ);
  const chosen =
    instants ??
    units.find(({ name, factor }) => {
      const slowest = stated || name === 's' ? SLOWEST_IN_SECONDS_HZ : SLOWEST_HZ;
      return rateIn(factor) >= slowest && rateIn(factor) <= FASTEST_HZ;
    });
  if (!stated && !instants && step >= FASTEST_STEP_IN_SECONDS && step <= SLOWEST_STEP_IN_SECONDS) {
    throw new RecordingRejected(
      'unknown-unit',
      `The time column goes up by ${rounded(step)} per sample without a unit: in seconds that is ${samplesPerSecond(rateIn(1))}, ${TOO_FEW}; if it is in another unit, say so with --units time=ms, us or ns.`,
    );
  }
  const isStepOfDays = step >= SHORTEST_STEP_IN_DAYS && step <= LONGEST_STEP_IN_DAYS;
  if (!chosen && !stated && isStepOfDays && middle >= 0 && middle < LAST_DAY) {
    const rate = samplesPerSecond(rateIn(SECONDS_PER_DAY));
    return {
      factor: SECONDS_PER_DAY,
      inDays: true,
      note: routine(`The time was taken for days, as spreadsheets count them, for ${rate}.`),
    };
  }
  if (!chosen) {
    throw new RecordingRejected(
      'unknown-unit',
      `The time column goes up by ${rounded(step)} per sample, which in no unit is a sampling rate between ${SLOWEST_HZ} and ${FASTEST_HZ} Hz; say which unit with --units time=s, ms, us or ns.`,
    );
  }
  const rate = samplesPerSecond(rateIn(chosen.factor));
  if (stated && stated.unit !== 'iso') {
    return {
      factor: chosen.factor,
      inDays: false,
      note: urgent(
        `The header says that time is in ${stated.unit}, but only ${chosen.name} gives a sampling rate, ${rate}; ${chosen.name} was taken.`,
      ),
    };
  }
  return {
    factor: chosen.factor,
    inDays: false,
    note:
      instants || chosen.name === 's'
        ? null
        : routine(`The unit of time is not stated; ${chosen.name} was taken, for ${rate}.`),
  };
}

/**
 * Refuses a measured rate in Hz at which the two beats of a trot's stride cannot be told apart.
 * @throws RecordingRejected `implausible-values`
 */
export function refuseSlow(rateHz: number): void {
  if (rateHz >= FEWEST_FOR_STRIDES_HZ) return;
  throw new RecordingRejected(
    'implausible-values',
    `There are only ${samplesPerSecond(rateHz)}, ${TOO_FEW}.`,
  );
}
