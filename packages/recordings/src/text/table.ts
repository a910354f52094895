import { RecordingRejected } from '../rejection.ts';
import { parseUnit } from '../units.ts';
import { parseInstant } from './date-time.ts';

/** How a text separates its cells; `space` is any run of spaces and tabs. */
export type Separator = ',' | ';' | '\t' | 'space';

/** Where the table of a text begins and how it is written, found in the first 64 kB. */
export interface Table {
  readonly separator: Separator;
  /** 0x0a, or 0x0d for texts that end their lines with a carriage return alone. */
  readonly lineEnd: number;
  /** Column names without quotes and white space around them; null when the text has no header. */
  readonly header: readonly string[] | null;
  readonly headerLine: number;
  /** Number of cells of most rows. */
  readonly width: number;
  /** Most cells that a row can have (some loggers append to a few rows what else they know); one with more is two in one. */
  readonly mostCells: number;
  /** Byte and line (from 1) of the first row of numbers. */
  readonly dataByte: number;
  readonly dataLine: number;
  /** Line above the first row that is the rest of a row torn at the beginning of the file; 0 for none. */
  readonly tornLine: number;
  /** Cells of the rows at the beginning, as text. */
  readonly sample: readonly (readonly string[])[];
}

interface Line {
  readonly text: string;
  readonly number: number;
  readonly byte: number;
}

const NUMBER = /^[+\-\u2212\u2011]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+\-\u2212\u2011]?\d+)?$/i;
const COMMENT = /^\s*(?:#|\/\/|%)/;
const NO_VALUE = /^[+-]?(?:nan|na|n\/a|null|none|inf|infinity)$/i;
const SEPARATORS: readonly Separator[] = ['\t', ';', ',', 'space'];
/** What stands for a unit above a column of dates, such as `yyyy/mm/dd hh:mm:ss.000`. */
const DATE_PATTERN = /^[ymd]{1,4}[-/.][ymd]{1,3}[-/.][ymd]{1,4}\b/i;
/** A number with its name before it in one cell. */
const LABELLED = /^\p{L}[\p{L}\d_ ]{0,30}\s*[:=]\s*[+-]?\d+(?:[.,]\d+)?$/u;
const LONGEST_SAMPLE = 400;
/** Rows of the sample that must have as many cells for a row to be meant to have them. */
const FEWEST_ALIKE = 3;

export function isNumber(cell: string): boolean {
  return NUMBER.test(cell);
}

const encoder = new TextEncoder();
const instant = { seconds: 0, offsetMinutes: 0 };

export function isInstant(cell: string): boolean {
  const bytes = encoder.encode(cell);
  return parseInstant(bytes, 0, bytes.length, instant);
}

/** Cells of a line, quotes and outer white space removed. */
export function splitCells(line: string, separator: Separator): string[] {
  if (separator === 'space') return line.trim().split(/[ \t]+/);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^ *"((?:[^"]|"")*)" */.exec(line.slice(at, at + 2000));
    const afterQuotes = quoted ? at + quoted[0].length : -1;
    if (quoted && (afterQuotes >= line.length || line[afterQuotes] === separator)) {
      cells.push(quoted[1]!.replaceAll('""', '"').trim());
      at = afterQuotes;
    } else {
      const end = line.indexOf(separator, at);
      cells.push(line.slice(at, end < 0 ? line.length : end).trim());
      at = end < 0 ? line.length : end;
    }
    if (at >= line.length) return cells;
    at++;
  }
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function splitLines(head: Uint8Array, complete: boolean, lineEnd: number): Line[] {
  const lines: Line[] = [];
  let from = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for (let number = 1; from < head.length; number++) {
    const end = head.indexOf(lineEnd, from);
    if (end < 0 && !complete) break;
    const text = decodeText(head.subarray(from, end < 0 ? head.length : end));
    lines.push({ text: text.endsWith('\r') ? text.slice(0, -1) : text, number, byte: from });
    if (end < 0) break;
    from = end + 1;
  }
  return lines;
}

function valueCount(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (isNumber(cell) || isInstant(cell)) count++;
  return count;
}

/** Fewest numbers in a line of a table: three axes without a time are recognised, to be told what is missing. */
const FEWEST_VALUES = 3;

function isData(cells: readonly string[]): boolean {
  return valueCount(cells) >= FEWEST_VALUES;
}

function chooseSeparator(lines: readonly Line[]): Separator | null {
  let best: Separator | null = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    let values = 0;
    for (const line of lines) {
      const count = valueCount(splitCells(line.text, separator));
      if (count >= FEWEST_VALUES) values += count;
    }
    if (values > most) {
      most = values;
      best = separator;
    }
  }
  return best;
}

/** True for what stands in rows, though it may be damaged: names and remarks have letters. */
function isOfARow(cell: string): boolean {
  return !/\p{L}/u.test(cell) || isNumber(cell) || isInstant(cell) || NO_VALUE.test(cell);
}

function isHeader(cells: readonly string[], width: number): boolean {
  const names = cells.filter((cell) => !isOfARow(cell));
  return cells.length >= FEWEST_VALUES && cells.length >= width - 1 && names.length * 2 > cells.length;
}

function isUnitsRow(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => cell !== '');
  return (
    named.length >= 3 &&
    named.every((cell) => DATE_PATTERN.test(cell) || parseUnit(cell.replace(/^[[(]|[\])]$/g, '')) !== null)
  );
}

/** True for a row such as `CAL CAL CAL CAL`, which tells no column from another. */
function isOneWord(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 3 && new Set(filled).size === 1;
}

function findHeader(
  above: readonly Line[],
  separator: Separator,
  width: number,
): { names: readonly string[]; line: number; lastLine: number } | null {
  const direct = above
    .filter((line) => !COMMENT.test(line.text) && !splitCells(line.text, separator).every(isOfARow))
    .at(-1);
  if (direct) {
    const cells = splitCells(direct.text, separator);
    if (isOneWord(cells)) {
      const names = findHeader(above.slice(0, above.indexOf(direct)), separator, width);
      if (names) return { ...names, lastLine: direct.number };
    }
    if (isUnitsRow(cells)) {
      const names = findHeader(above.slice(0, above.indexOf(direct)), separator, width);
      if (names) {
        return {
          names: names.names.map((name, i) =>
            cells[i] && !DATE_PATTERN.test(cells[i]) ? `${name} (${cells[i]})` : name,
          ),
          line: names.line,
          lastLine: direct.number,
        };
      }
    }
    if (isHeader(cells, width)) return { names: cells, line: direct.number, lastLine: direct.number };
  }
  const comment = above.filter((line) => COMMENT.test(line.text)).at(-1);
  if (!comment) return null;
  const cells = splitCells(comment.text.replace(COMMENT, ''), separator);
  return cells.length === width && isHeader(cells, width)
    ? { names: cells, line: comment.number, lastLine: above.at(-1)!.number }
    : null;
}

/** Decimal commas between commas make two cells of one number: the rows then have more cells than there are names. */
function refuseSplitDecimals(above: readonly Line[], data: Line, separator: Separator, width: number): void {
  const names = above.at(-1);
  if (separator !== ',' || !names) return;
  const count = splitCells(names.text, separator).length;
  if (!isHeader(splitCells(names.text, separator), count) || width <= count || width > 2 * count) return;
  throw new RecordingRejected(
    'ambiguous-columns',
    `Line ${names.number} names ${count} columns, but line ${data.number} has ${width} cells, as if numbers had decimal commas between commas; export with semicolons or with decimal points.`,
  );
}

/** True when the first cells are 1, 2, 3...: R's write.table numbers the rows, and gives that column no name. */
function isNumbered(rows: readonly (readonly string[])[]): boolean {
  return rows.length >= 3 && [0, 1, 2].every((row) => rows[row]![0]!.replaceAll('"', '') === String(row + 1));
}

/** A cell that the rows have text in, between or around numbers; null when there is none. */
export function labelIn(rows: readonly (readonly string[])[]): string | null {
  return rows[0]?.find((cell) => cell !== '' && !isNumber(cell) && !isInstant(cell)) ?? null;
}

/** The sentence on text that hides which number is what. */
export function describeLabel(label: string, line: number): string {
  return `Line ${line} has text between its numbers ("${label.slice(0, 40)}"), which hides what they are; write the numbers alone, with the same separator between all of them, below a line of names.`;
}

/** The number that occurs most often; of equally frequent ones the largest. */
function mostFrequent(counts: readonly number[]): number {
  const times = (count: number) => counts.filter((other) => other === count).length;
  return [...new Set(counts)].reduce((best, count) =>
    times(count) > times(best) || (times(count) === times(best) && count > best) ? count : best,
  );
}

/**
 * True when the first of the rows is what is left of a row, the file's beginning being lost: it has fewer cells than the
 * others, or the time in its first cell has lost digits and is far from the next.
 */
function isTorn(rows: readonly (readonly string[])[], width: number): boolean {
  const [first, second, third] = rows;
  if (!first || !second || !third) return false;
  if (first.length < width) return true;
  const [torn, next, after] = [first[0]!, second[0]!, third[0]!];
  if (torn.length >= next.length || next.length !== after.length) return false;
  if (!isNumber(next)) return isInstant(next) && !isInstant(torn);
  const step = Number(after) - Number(next);
  return step > 0 && !(Math.abs(Number(next) - Number(torn)) <= 5 * step);
}

function describeStart(text: string): string {
  const start = text.trim().slice(0, 40);
  return start.length < text.trim().length ? `${start}...` : start;
}

/**
 * Finds the table in the first 64 kB of a text: separator, header, first row.
 * @throws RecordingRejected `empty-file`, `line-too-long`, `not-a-recording`, `no-usable-samples` or `ambiguous-columns`
 */
export function findTable(head: Uint8Array, complete: boolean): Table {
  const lineEnd = !head.includes(0x0a) && head.includes(0x0d) ? 0x0d : 0x0a;
  const lines = splitLines(head, complete, lineEnd);
  if (lines.length === 0 && !complete) {
    throw new RecordingRejected(
      'line-too-long',
      'Line 1 does not end within the first 64 kB, so this is no table of samples; export it with one sample per line.',
    );
  }
  const filled = lines.filter((line) => line.text.trim() !== '');
  const first = filled[0];
  if (!first) {
    throw new RecordingRejected(
      'empty-file',
      'The file holds nothing but white space; check that the recording was saved and sent completely.',
    );
  }
  const rows = filled.filter((line) => !COMMENT.test(line.text));
  const tried = rows.length > LONGEST_SAMPLE ? rows.slice(-LONGEST_SAMPLE) : rows;
  const separator = chooseSeparator(tried);
  const start = separator
    ? rows.findIndex(
        (line, i) =>
          isData(splitCells(line.text, separator)) &&
          (i + 1 >= rows.length || isData(splitCells(rows[i + 1]!.text, separator)) || i + 2 >= rows.length),
      )
    : -1;
  if (!separator || start < 0) {
    const header = SEPARATORS.map((candidate) => splitCells(first.text, candidate)).find(
      (cells) => cells.length >= 4,
    );
    if (header && rows.length <= 2) {
      throw new RecordingRejected(
        'no-usable-samples',
        `Line ${first.number} looks like a header (${describeStart(first.text)}), but no line of numbers follows; check that the recording was saved completely.`,
      );
    }
    const label = SEPARATORS.map((candidate) =>
      splitCells(first.text, candidate).find((cell) => LABELLED.test(cell)),
    ).find((cell) => cell !== undefined);
    if (label && rows.length > 2)
      throw new RecordingRejected('not-a-recording', describeLabel(label, first.number));
    throw new RecordingRejected(
      'not-a-recording',
      `The text beginning with "${describeStart(first.text)}" (line ${first.number}) has no table of numbers in its first 64 kB; a recording needs a line per sample with time and three axes of acceleration.`,
    );
  }
  const cellsFrom = (row: number) =>
    rows.slice(row, row + LONGEST_SAMPLE).map((line) => splitCells(line.text, separator));
  const begun = cellsFrom(start);
  const counts = begun.filter(isData).map((cells) => cells.length);
  const width = mostFrequent(counts);
  const above = filled.filter((line) => line.number < rows[start]!.number);
  const header = findHeader(above, separator, width);
  if (!header) refuseSplitDecimals(above, rows[start]!, separator, width);
  let begin = start;
  // Rows without enough numbers right below the header are rows all the same, to be counted as lost.
  if (header) begin = rows.findIndex((line) => line.number > header.lastLine);
  else if (start === 0 && isTorn(begun, width)) begin = 1;
  const isRest = !header && begin === 1 && rows[0] === first && !/\p{L}{2}/u.test(first.text);
  const data = rows[begin]!;
  const alike = counts.filter((count) => counts.filter((other) => other === count).length >= FEWEST_ALIKE);
  return {
    separator,
    lineEnd,
    header: header
      ? header.names.length === width - 1 && isNumbered(begun)
        ? ['', ...header.names]
        : header.names
      : null,
    headerLine: header?.line ?? 0,
    width,
    mostCells: Math.max(width, header?.names.length ?? 0, ...alike),
    dataByte: data.byte,
    dataLine: data.number,
    tornLine: isRest ? first.number : 0,
    sample: cellsFrom(begin),
  };
}
