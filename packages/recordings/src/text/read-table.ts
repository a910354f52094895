import { HEAD_BYTES } from '../head.ts';
import { RecordingRejected } from '../rejection.ts';
import { type Columns, GrowingColumns } from './columns.ts';
import { type InstantParse, parseInstant } from './date-time.ts';
import { parseNumber } from './number.ts';
import { splitCells, type Table } from './table.ts';

/** A day at 100 Hz; more are refused, for what they would take in memory. */
export const MOST_ROWS = 8_640_000;

const POWERS_OF_TEN = Float64Array.from({ length: 28 }, (_, exponent) => Number(`1e${exponent}`));
const LONGEST_QUOTE = 40;
const SECONDS_PER_DAY = 86_400;
/** A row without its time and its three axes of acceleration is left out; one without a rate is not. */
const NEEDED_NUMBERS = 4;

/** Samples as a file has them. Channels are in the file's units, in the order that was asked for. */
export interface RawRows extends Columns {
  /** Where a row was read from, for people: "line 12". */
  readonly placeOf: (row: number) => string;
  /** Rows with a missing or non-numeric time or acceleration, or run into another row, left out; line of the first, 0 for none. */
  readonly unreadableCount: number;
  readonly firstUnreadableLine: number;
  /** Beginning of the cell of that row where a number or time was needed; null when it has no such cell. */
  readonly firstUnreadableCell: string | null;
  /** Line of a last row that breaks off in the middle, left out; 0 for none. */
  readonly truncatedLine: number;
  /** Line of a first row whose beginning is lost, left out; 0 for none. */
  readonly tornLine: number;
  /** What date cells said of their offset from UTC in minutes: NaN when nothing, null when there were no dates. */
  readonly offsetMinutes: number | null;
}

/** The rows of a text. */
export interface TableRows extends RawRows {
  /** Line of the file (from 1) that a row was read from. */
  readonly lineOf: (row: number) => number;
}

/** Which columns to read, and how the time is written. */
export interface ReadPlan {
  readonly time: number;
  /** Three columns of acceleration and, when there is a gyroscope, three of angular rate. */
  readonly channels: readonly number[];
  readonly timeKind: 'number' | 'instant';
  /** A row without a time takes that of the row before. */
  readonly holdsTime?: boolean;
}

/** Reads the rows of one table from chunks of bytes that end anywhere. */
class RowReader {
  readonly columns: GrowingColumns;
  line: number;
  unreadableCount = 0;
  firstUnreadableLine = 0;
  firstUnreadableCell: string | null = null;
  truncatedLine = 0;
  offsetMinutes = Number.NaN;
  dated = false;
  /** Pairs of row and line where the distance between the two changes. */
  readonly lineBreaks: number[] = [];

  readonly #table: Table;
  readonly #slotOf: Int8Array;
  readonly #lastColumn: number;
  readonly #instants: boolean;
  readonly #separator: number;
  readonly #secondSeparator: number;
  readonly #decimalComma: boolean;
  readonly #row: Float64Array;
  readonly #instant: InstantParse = { seconds: 0, offsetMinutes: Number.NaN };
  readonly #carry = new Uint8Array(HEAD_BYTES + 1);
  #carried = 0;
  #skippingLine = false;
  #cellFrom = 0;
  #cellTo = 0;
  #dayStart = 0;
  #lastClock = Number.NEGATIVE_INFINITY;
  readonly #holdsTime: boolean;
  #lastTime = Number.NaN;
  #lineMinusRow: number;

  constructor(table: Table, plan: ReadPlan) {
    this.#table = table;
    this.columns = new GrowingColumns(plan.channels.length);
    this.#row = new Float64Array(1 + plan.channels.length);
    this.#lastColumn = Math.max(plan.time, ...plan.channels);
    this.#slotOf = new Int8Array(this.#lastColumn + 1).fill(-1);
    this.#slotOf[plan.time] = 0;
    for (const [channel, column] of plan.channels.entries()) this.#slotOf[column] = channel + 1;
    this.#instants = plan.timeKind === 'instant';
    this.#separator = table.separator === 'space' ? 0x20 : table.separator.charCodeAt(0);
    this.#secondSeparator = table.separator === 'space' ? 0x09 : this.#separator;
    this.#decimalComma = table.separator !== ',';
    this.#holdsTime = plan.holdsTime === true;
    this.line = table.dataLine;
    this.#lineMinusRow = table.dataLine;
    this.lineBreaks.push(0, table.dataLine);
  }

  /** Takes the bytes of a chunk from `from` on. */
  push(chunk: Uint8Array, from: number): void {
    const lineEnd = this.#table.lineEnd;
    let at = from;
    if (this.#carried > 0 || this.#skippingLine) {
      const end = chunk.indexOf(lineEnd, at);
      this.#keep(chunk, at, end < 0 ? chunk.length : end);
      if (end < 0) return;
      this.#endCarriedLine();
      at = end + 1;
    }
    for (;;) {
      const end = chunk.indexOf(lineEnd, at);
      if (end < 0) break;
      this.#readLine(chunk, at, end);
      this.line++;
      at = end + 1;
    }
    this.#keep(chunk, at, chunk.length);
  }

  /** Reads what follows the last end of line. */
  finish(): void {
    if (this.#carried === 0 || this.#skippingLine) return;
    this.#carry[this.#carried] = this.#table.lineEnd;
    const rows = this.columns.rows;
    const unreadable = this.unreadableCount;
    if (this.#cellCount(this.#carried) < this.#table.width) {
      this.truncatedLine = this.line;
      return;
    }
    this.#readLine(this.#carry, 0, this.#carried);
    if (this.columns.rows === rows && this.unreadableCount > unreadable) {
      this.unreadableCount = unreadable;
      if (this.firstUnreadableLine === this.line) this.firstUnreadableLine = 0;
      this.truncatedLine = this.line;
    }
  }

  #keep(chunk: Uint8Array, from: number, to: number): void {
    const length = to - from;
    if (this.#skippingLine || length === 0) return;
    if (this.#carried + length > HEAD_BYTES) {
      this.#skippingLine = true;
      this.#carried = 0;
      this.#countUnreadable();
      return;
    }
    this.#carry.set(chunk.subarray(from, to), this.#carried);
    this.#carried += length;
  }

  #endCarriedLine(): void {
    if (!this.#skippingLine) {
      this.#carry[this.#carried] = this.#table.lineEnd;
      this.#readLine(this.#carry, 0, this.#carried);
    }
    this.#skippingLine = false;
    this.#carried = 0;
    this.line++;
  }

  #countUnreadable(): void {
    if (this.unreadableCount++ === 0) this.firstUnreadableLine = this.line;
  }

  #quote(line: Uint8Array, column: number): void {
    const cell = splitCells(new TextDecoder().decode(line), this.#table.separator)[column];
    this.firstUnreadableCell = cell?.slice(0, LONGEST_QUOTE) ?? null;
  }

  #cellCount(length: number): number {
    let count = 0;
    for (let at = 0; at <= length; count++) {
      if (this.#separator !== this.#secondSeparator) {
        while (at < length && this.#isSeparator(this.#carry[at]!)) at++;
        if (at === length) break;
      }
      at = this.#findCell(this.#carry, at, length) + 1;
    }
    return count;
  }

  #isSeparator(byte: number): boolean {
    return byte === this.#separator || byte === this.#secondSeparator;
  }

  /** Sets the bounds of the cell at `at`, quotes and outer spaces left out; returns where it ends. */
  #findCell(bytes: Uint8Array, at: number, to: number): number {
    let from = at;
    while (from < to && bytes[from] === 0x20) from++;
    let end = from;
    if (bytes[from] === 0x22 && from < to) {
      end++;
      while (end < to && bytes[end] !== 0x22) end++;
      this.#cellFrom = from + 1;
      this.#cellTo = end;
      while (end < to && !this.#isSeparator(bytes[end]!)) end++;
    } else {
      while (end < to && !this.#isSeparator(bytes[end]!)) end++;
      this.#cellFrom = from;
      this.#cellTo = end;
    }
    while (this.#cellFrom < this.#cellTo && bytes[this.#cellFrom] === 0x20) this.#cellFrom++;
    while (this.#cellTo > this.#cellFrom && bytes[this.#cellTo - 1] === 0x20) this.#cellTo--;
    return end;
  }

  #readInstant(bytes: Uint8Array): number {
    if (!parseInstant(bytes, this.#cellFrom, this.#cellTo, this.#instant)) return Number.NaN;
    let seconds = this.#instant.seconds;
    if (!this.dated) {
      this.dated = true;
      this.offsetMinutes = this.#instant.offsetMinutes;
    }
    if (seconds < SECONDS_PER_DAY + 1) {
      // A clock without a date starts again at midnight.
      if (seconds < this.#lastClock - SECONDS_PER_DAY / 2) this.#dayStart += SECONDS_PER_DAY;
      this.#lastClock = seconds;
      seconds += this.#dayStart;
    }
    return seconds;
  }

  /** True when another number follows the last cell that a row can have: the row has run into another one. */
  #goesOn(bytes: Uint8Array, from: number, to: number, columns: number): boolean {
    const most = this.#table.mostCells;
    const runs = this.#separator !== this.#secondSeparator;
    for (let at = from, column = columns; at <= to; column++) {
      if (runs) while (at < to && this.#isSeparator(bytes[at]!)) at++;
      at = this.#findCell(bytes, at, to) + 1;
      if (column >= most) return !Number.isNaN(parseNumber(bytes, this.#cellFrom, this.#cellTo));
    }
    return false;
  }

  /** Reads the line in `bytes[from, lineEnd)`; the byte at `lineEnd` is there and is no part of a number. */
  #readLine(bytes: Uint8Array, from: number, lineEnd: number): void {
    const to = lineEnd > from && bytes[lineEnd - 1] === 0x0d ? lineEnd - 1 : lineEnd;
    if (to === from || bytes[from] === 0x23) return;
    const separator = this.#separator;
    const second = this.#secondSeparator;
    const runs = separator !== second;
    const slotOf = this.#slotOf;
    const row = this.#row;
    const lastColumn = this.#lastColumn;
    row.fill(Number.NaN);
    let at = from;
    for (let column = 0; column <= lastColumn; column++) {
      if (runs) while (at < to && (bytes[at] === separator || bytes[at] === second)) at++;
      if (at > to || (runs && at === to)) break;
      const slot = slotOf[column]!;
      if (slot < 0) {
        let byte = bytes[at]!;
        if (byte === 0x22 || byte === 0x20) at = this.#findCell(bytes, at, to);
        else {
          while (at < to && byte !== separator && byte !== second) byte = bytes[++at]!;
        }
        at++;
        continue;
      }
      let value = Number.NaN;
      const start = at;
      if (slot > 0 || !this.#instants) {
        let byte = bytes[at]!;
        const negative = byte === 0x2d;
        if (negative) byte = bytes[++at]!;
        const first = at;
        let mantissa = 0;
        let digit = byte - 0x30;
        while (digit >= 0 && digit <= 9) {
          mantissa = mantissa * 10 + digit;
          digit = bytes[++at]! - 0x30;
        }
        let count = at - first;
        let decimals = 0;
        if (digit === -2 || (digit === -4 && this.#decimalComma)) {
          const afterMark = ++at;
          digit = bytes[at]! - 0x30;
          while (digit >= 0 && digit <= 9) {
            mantissa = mantissa * 10 + digit;
            digit = bytes[++at]! - 0x30;
          }
          decimals = at - afterMark;
          count += decimals;
        }
        byte = bytes[at]!;
        let exponent = -decimals;
        if (byte === 0x45 || byte === 0x65) {
          byte = bytes[++at]!;
          const down = byte === 0x2d;
          if (down) byte = bytes[++at]!;
          digit = byte - 0x30;
          // One digit of exponent is what phyphox writes; more are left to the careful reader.
          if (digit >= 0 && digit <= 9) {
            exponent += down ? -digit : digit;
            byte = bytes[++at]!;
          } else count = 0;
        }
        if (count > 0 && count <= 18 && at <= to && (at === to || byte === separator || byte === second)) {
          value = exponent < 0 ? mantissa / POWERS_OF_TEN[-exponent]! : mantissa * POWERS_OF_TEN[exponent]!;
          if (negative) value = -value;
        } else {
          at = this.#findCell(bytes, start, to);
          value = parseNumber(bytes, this.#cellFrom, this.#cellTo);
        }
      } else {
        at = this.#findCell(bytes, start, to);
        value = this.#readInstant(bytes);
      }
      row[slot] = value;
      at++;
    }
    if (at <= to && this.#goesOn(bytes, at, to, lastColumn + 1)) {
      this.#countUnreadable();
      return;
    }
    if (this.#holdsTime) {
      if (Number.isNaN(row[0])) row[0] = this.#lastTime;
      else this.#lastTime = row[0]!;
    }
    for (let slot = 0; slot < NEEDED_NUMBERS; slot++) {
      if (Number.isNaN(row[slot])) {
        if (this.unreadableCount === 0) this.#quote(bytes.subarray(from, to), slotOf.indexOf(slot));
        this.#countUnreadable();
        return;
      }
    }
    if (this.line - this.columns.rows !== this.#lineMinusRow) {
      this.#lineMinusRow = this.line - this.columns.rows;
      this.lineBreaks.push(this.columns.rows, this.line);
    }
    this.columns.append(row);
  }
}

/**
 * Reads all rows of the table in a stream of text whose first chunk is the head that the table was found in.
 * @throws RecordingRejected `too-long`; whatever the stream throws
 */
export async function readRows(
  table: Table,
  plan: ReadPlan,
  stream: AsyncIterable<Uint8Array>,
): Promise<TableRows> {
  const reader = new RowReader(table, plan);
  let from = table.dataByte;
  for await (const chunk of stream) {
    reader.push(chunk, from);
    from = 0;
    if (reader.columns.rows > MOST_ROWS) {
      throw new RecordingRejected(
        'too-long',
        `The file has more than ${MOST_ROWS} samples (line ${reader.line}), as many as a day at 100 Hz; split it into rides.`,
      );
    }
  }
  reader.finish();
  const lineBreaks = reader.lineBreaks;
  const lineOf = (row: number) => {
    let low = 0;
    let high = lineBreaks.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lineBreaks[2 * middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return lineBreaks[2 * low + 1]! + (row - lineBreaks[2 * low]!);
  };
  return {
    ...reader.columns.join(),
    lineOf,
    placeOf: (row) => `line ${lineOf(row)}`,
    unreadableCount: reader.unreadableCount,
    firstUnreadableLine: reader.firstUnreadableLine,
    firstUnreadableCell: reader.firstUnreadableCell,
    truncatedLine: reader.truncatedLine,
    tornLine: table.tornLine,
    offsetMinutes: reader.dated ? reader.offsetMinutes : null,
  };
}
