import { type Note, urgent } from '../note.ts';
import { RecordingRejected } from '../rejection.ts';

/** Rows of a table in the order of the file; the functions here mark rows as left out, they move none. */
interface TimedRows {
  /** Stamps in the unit of the file. */
  readonly time: Float64Array;
  readonly channels: readonly Float32Array[];
  /** 1 for rows in use, 0 for rows left out; changed here. */
  readonly keep: Uint8Array;
  readonly placeOf: (row: number) => string;
}

/** Time of each row in use, strictly increasing, and what had to be done for that. */
export interface TimeAxis {
  /** Seconds from the first row in use; meaningless where `keep` is 0. */
  readonly seconds: Float64Array;
  /** First row whose clock was never moved: its stamp tells the instant of all others. */
  readonly anchor: number;
  readonly nonMonotonicCount: number;
  /** First of these rows; -1 for none. */
  readonly firstNonMonotonic: number;
  readonly duplicateCount: number;
  readonly notes: readonly Note[];
}

/** A longer step is looked at: it may be a gap, a stray stamp or a clock that was set. */
const LONG_STEP_SECONDS = 2;
/** A step forward that is no gap within one ride, but a clock being set. */
const CLOCK_SET_SECONDS = 12 * 3600;
/** Stamps further than this from the others are no times. */
const NO_TIME_SECONDS = 1e10;
const MOST_CLOCK_RESETS = 20;
const NOTES_OF_ONE_KIND = 3;

function medianStamp(time: Float64Array): number {
  const stride = Math.max(1, Math.floor(time.length / 1001));
  const sample: number[] = [];
  for (let i = 0; i < time.length; i += stride) sample.push(time[i]!);
  return Float64Array.from(sample).sort()[sample.length >> 1]!;
}

function sameValues(channels: readonly Float32Array[], a: number, b: number): boolean {
  return channels.every((channel) => Object.is(channel[a], channel[b]));
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** Walks the rows once, deciding at every step that is not a short one forward what it is. */
class Walk {
  readonly seconds: Float64Array;
  readonly notes: Note[] = [];
  nonMonotonicCount = 0;
  firstStray = -1;
  duplicateCount = 0;
  sharedCount = 0;
  anchor = -1;
  readonly #rows: TimedRows;
  readonly #step: number;
  readonly #longStep: number;
  /** Rows of about one second: how far a stray stamp is followed. */
  readonly #lookAhead: number;
  readonly #factor: number;
  #clock: Float64Array;
  #offset = 0;
  #last = -1;
  #segmentStart = 0;
  #resets = 0;
  #firstDuplicate = -1;

  constructor(rows: TimedRows, factor: number, step: number) {
    this.#rows = rows;
    this.#step = step;
    this.#longStep = Math.max(LONG_STEP_SECONDS, 20 * step);
    this.#lookAhead = Math.max(5, Math.min(5000, Math.round(1 / step)));
    this.#factor = factor;
    this.#clock = this.#clockFrom(medianStamp(rows.time));
    this.seconds = new Float64Array(rows.time.length);
  }

  run(): void {
    const { keep } = this.#rows;
    const n = keep.length;
    for (let row = 0; row < n; row++) {
      if (keep[row] && Math.abs(this.#clock[row]!) > NO_TIME_SECONDS) this.#leaveOutStray(row);
    }
    let row = this.#findStart();
    while (row < n) {
      if (!keep[row]) {
        this.seconds[row] = this.seconds[this.#last]!;
        row++;
      } else row = this.#take(row);
    }
    this.#summarise();
  }

  #clockFrom(stamp: number): Float64Array {
    return this.#rows.time.map((other) => (other - stamp) * this.#factor);
  }

  /** First row that the ones after it follow on from; its stamp becomes the zero of time. */
  #findStart(): number {
    const { keep } = this.#rows;
    for (let row = 0; row < keep.length; row++) {
      if (!keep[row]) continue;
      let followers = 0;
      let seen = 0;
      for (let next = row + 1; next < keep.length && seen < 10; next++) {
        if (!keep[next]) continue;
        seen++;
        const step = this.#clock[next]! - this.#clock[row]!;
        if (step >= 0 && step <= this.#longStep * 10) followers++;
      }
      if (followers * 2 >= seen) {
        this.#clock = this.#clockFrom(this.#rows.time[row]!);
        this.#accept(row);
        this.#segmentStart = row;
        return row + 1;
      }
      this.#leaveOutStray(row);
    }
    return keep.length;
  }

  #accept(row: number): void {
    this.seconds[row] = this.#clock[row]! + this.#offset;
    this.#last = row;
    if (this.anchor < 0 && this.#offset === 0) this.anchor = row;
  }

  #leaveOutStray(row: number): void {
    this.#rows.keep[row] = 0;
    if (this.nonMonotonicCount++ === 0) this.firstStray = row;
  }

  #leaveOutDuplicate(row: number): void {
    this.#rows.keep[row] = 0;
    if (this.duplicateCount++ === 0) this.#firstDuplicate = row;
  }

  /** Deals with one row, or with the stretch that begins at it; returns the row to go on with. */
  #take(row: number): number {
    const before = this.seconds[this.#last]!;
    const step = this.#clock[row]! + this.#offset - before;
    if (step > 0 && step <= this.#longStep) {
      this.#accept(row);
      return row + 1;
    }
    if (step === 0) {
      if (sameValues(this.#rows.channels, this.#last, row)) {
        this.seconds[row] = before;
        this.#leaveOutDuplicate(row);
      } else {
        this.sharedCount++;
        this.#accept(row);
      }
      return row + 1;
    }
    const strayEnd = this.#findContinuation(row, before);
    if (strayEnd > row) {
      for (let stray = row; stray < strayEnd; stray++) {
        this.seconds[stray] = before;
        if (this.#rows.keep[stray]) this.#leaveOutStray(stray);
      }
      return strayEnd;
    }
    if (this.#offset !== 0) {
      const onFirstClock = this.#clock[row]! - before;
      if (onFirstClock > 0 && onFirstClock <= this.#longStep) {
        this.#offset = 0;
        this.#accept(row);
        this.#segmentStart = row;
        return row + 1;
      }
    }
    if (step < 0) {
      const repeatEnd = this.#findRepeat(row);
      if (repeatEnd > row) {
        for (let repeat = row; repeat < repeatEnd; repeat++) {
          this.seconds[repeat] = before;
          if (this.#rows.keep[repeat]) this.#leaveOutDuplicate(repeat);
        }
        return repeatEnd;
      }
    }
    if (step < 0 || step > CLOCK_SET_SECONDS) this.#moveClock(row, step);
    this.#accept(row);
    return row + 1;
  }

  /** Row within the next second whose stamp follows on from `before`; `row` itself when there is none. */
  #findContinuation(row: number, before: number): number {
    const { keep } = this.#rows;
    let seen = 0;
    for (let next = row + 1; next < keep.length && seen < this.#lookAhead; next++) {
      if (!keep[next]) continue;
      seen++;
      const step = this.#clock[next]! + this.#offset - before;
      if (step > 0 && step <= this.#longStep) return next;
    }
    return row;
  }

  /** End of a stretch from `row` on that repeats earlier rows, stamps and values; `row` when it repeats none. */
  #findRepeat(row: number): number {
    const wanted = this.#clock[row]! + this.#offset;
    let low = this.#segmentStart;
    let high = this.#last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.seconds[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    const { time, channels, keep } = this.#rows;
    let length = 0;
    while (
      row + length < keep.length &&
      low + length < row &&
      time[low + length] === time[row + length] &&
      sameValues(channels, low + length, row + length)
    ) {
      length++;
    }
    const atEnd = row + length === keep.length;
    return length >= 3 || (atEnd && length > 0) ? row + length : row;
  }

  #moveClock(row: number, step: number): void {
    this.#resets++;
    this.#offset += this.#step - step;
    this.#segmentStart = row;
    const place = this.#rows.placeOf(row);
    if (this.#resets > Math.max(MOST_CLOCK_RESETS, this.#rows.keep.length / 2000)) {
      throw new RecordingRejected(
        'time-not-increasing',
        `The time jumps to and fro (${place} is jump number ${this.#resets}), so the samples have no order in time; name the right column with --columns t=NAME or export the file again.`,
      );
    }
    if (this.#resets <= NOTES_OF_ONE_KIND) {
      const size = Math.abs(step) < 100 ? Math.abs(step).toFixed(3) : Math.abs(step).toFixed(0);
      this.notes.push(
        urgent(
          `At ${place} the clock jumped ${step < 0 ? 'back' : 'forward'} by ${size} s and went on from there; the rest was moved to follow the sample before.`,
        ),
      );
    }
  }

  #summarise(): void {
    if (this.#resets > NOTES_OF_ONE_KIND)
      this.notes.push(urgent(`The clock jumped ${this.#resets} times in all.`));
    if (this.nonMonotonicCount > 0) {
      this.notes.push(
        `${counted(this.nonMonotonicCount, 'row')} with a time that does not follow on (the first at ${this.#rows.placeOf(this.firstStray)}) left out.`,
      );
    }
    if (this.duplicateCount > 0) {
      this.notes.push(
        `${counted(this.duplicateCount, 'row')} repeating an earlier one (the first at ${this.#rows.placeOf(this.#firstDuplicate)}) left out.`,
      );
    }
  }

  /**
   * Spreads rows that share one stamp evenly up to the next stamp. Where there is no room for them before it, only
   * the first is kept.
   */
  spreadSharedStamps(): void {
    if (this.sharedCount === 0) return;
    const { keep } = this.#rows;
    const n = keep.length;
    let group: number[] = [];
    let crowded = 0;
    let spacing = this.#step;
    const finishGroup = (next: number) => {
      if (group.length > 1) {
        const start = this.seconds[group[0]!]!;
        const room = next - start;
        // After the last stamp there is nothing to tell the room; it is that of the group before.
        const even =
          room === Number.POSITIVE_INFINITY ? spacing : Math.min(room / group.length, this.#step * 2);
        if (even < this.#step / 4) {
          for (const row of group.slice(1)) this.#leaveOutDuplicate(row);
          crowded += group.length - 1;
        } else {
          spacing = even;
          for (const [i, row] of group.entries()) this.seconds[row] = start + i * even;
        }
      }
    };
    for (let row = 0; row < n; row++) {
      if (!keep[row]) continue;
      const first = group[0];
      if (first !== undefined && this.seconds[row] === this.seconds[first]) group.push(row);
      else {
        finishGroup(this.seconds[row]!);
        group = [row];
      }
    }
    finishGroup(Number.POSITIVE_INFINITY);
    const spread = this.sharedCount - crowded;
    if (spread > 0) {
      this.notes.push(
        `${counted(spread, 'row')} with the time stamp of the row before but other values; such rows were spread evenly up to the next stamp.`,
      );
    }
    if (crowded > 0) {
      this.notes.push(
        `${counted(crowded, 'row')} left out: more samples under one stamp than fit before the next.`,
      );
    }
  }
}

/**
 * Makes time strictly increasing. `factor` is seconds per unit of the file, `step` the typical step in seconds.
 *
 * - A stamp that does not follow on (backwards, or more than 2 s ahead) while within about a second the old count goes
 *   on: a stray, left out.
 * - A step back that stays: a stretch that repeats earlier rows is left out; otherwise the clock was set, and the rest is
 *   moved to follow on. Likewise a step forward of more than 12 h.
 * - The stamp of the row before: the same values are a repetition, left out; other values are samples that share a
 *   stamp, and are spread evenly.
 * @throws RecordingRejected `time-not-increasing`
 */
export function makeTimeAxis(rows: TimedRows, factor: number, step: number): TimeAxis {
  const walk = new Walk(rows, factor, step);
  walk.run();
  walk.spreadSharedStamps();
  return {
    seconds: walk.seconds,
    anchor: walk.anchor,
    nonMonotonicCount: walk.nonMonotonicCount,
    firstNonMonotonic: walk.firstStray,
    duplicateCount: walk.duplicateCount,
    notes: walk.notes,
  };
}
