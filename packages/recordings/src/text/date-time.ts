/** What a date or clock cell said besides its instant. */
export interface InstantParse {
  /** Seconds since 1970 in UTC (offset subtracted when written), or since midnight for a bare clock time. */
  seconds: number;
  /** Minutes east of UTC; NaN when none was written. */
  offsetMinutes: number;
}

let at = 0;

function digits(bytes: Uint8Array, to: number, count: number): number {
  let value = 0;
  const end = at + count;
  if (end > to) return Number.NaN;
  for (; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days from 1970-01-01 of a date in the Gregorian calendar. */
function daysFromEpoch(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

const NOON = 43_200;

/** Seconds that AM (0) or PM (half a day) at the end of a clock adds to it; -1 when it has neither. */
function halfDay(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 6 || (bytes[to - 1]! | 0x20) !== 0x6d) return -1;
  const half = bytes[to - 2]! | 0x20;
  if (half === 0x61) return 0;
  return half === 0x70 ? NOON : -1;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Days from 1970-01-01 of `04-May-2024` and the space after it, read from `at` on; NaN when that is not there. */
function namedMonth(bytes: Uint8Array, to: number): number {
  const day = digits(bytes, to, 2);
  if (!(day >= 1 && day <= 31) || bytes[at] !== 0x2d || bytes[at + 4] !== 0x2d) return Number.NaN;
  const name = String.fromCharCode(...bytes.subarray(at + 1, at + 4)).toLowerCase();
  const month = MONTHS.indexOf(name) + 1;
  at += 5;
  const year = digits(bytes, to, 4);
  return month > 0 && year >= 1900 && bytes[at++] === 0x20 ? daysFromEpoch(year, month, day) : Number.NaN;
}

function clock(bytes: Uint8Array, to: number): number {
  const hours = digits(bytes, to, bytes[at + 1] === 0x3a ? 1 : 2);
  if (!(hours <= 24) || bytes[at] !== 0x3a) return Number.NaN;
  at++;
  const minutes = digits(bytes, to, 2);
  if (!(minutes < 60)) return Number.NaN;
  let seconds = 0;
  if (at < to && bytes[at] === 0x3a) {
    at++;
    seconds = digits(bytes, to, 2);
    if (!(seconds <= 60)) return Number.NaN;
    if (at < to && (bytes[at] === 0x2e || bytes[at] === 0x2c || bytes[at] === 0x3a)) {
      at++;
      let fraction = 0;
      let scale = 1;
      const first = at;
      for (; at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at++) {
        if (scale < 1e15) {
          fraction = fraction * 10 + (bytes[at]! - 0x30);
          scale *= 10;
        }
      }
      if (at === first) return Number.NaN;
      seconds += fraction / scale;
    }
  }
  return hours * 3600 + minutes * 60 + seconds;
}

function offset(bytes: Uint8Array, to: number): number {
  const sign = bytes[at] === 0x2d ? -1 : 1;
  at++;
  const hours = digits(bytes, to, 2);
  if (!(hours <= 18)) return Number.NaN;
  if (at === to) return sign * hours * 60;
  if (bytes[at] === 0x3a) at++;
  const minutes = digits(bytes, to, 2);
  return minutes < 60 ? sign * (hours * 60 + minutes) : Number.NaN;
}

/** Where the clock begins in a date whose order of day and month is anybody's guess (`01/05/2024 10:30:00`). */
function clockAfterDate(bytes: Uint8Array, from: number, to: number): number {
  for (let mark = from + 1; mark <= from + 2 && to - from >= 14; mark++) {
    if (bytes[mark] !== 0x2f && bytes[mark] !== 0x2e && bytes[mark] !== 0x2d) continue;
    const space = bytes.indexOf(0x20, mark);
    if (space > 0 && space < from + 11) return space + 1;
  }
  return from;
}

/**
 * Reads `YYYY-MM-DD[T ]HH:MM[:SS[.fff]][Z|+HH[:MM]]` (or `/` between the parts of the date), or a bare clock time
 * `HH:MM[:SS[.fff]]`, or `DD-Mon-YYYY` and a clock, from `bytes[from, end)` into `into`; false when the cell holds neither. Of dates in another order
 * (`01/05/2024`, `1.5.2024`) only the clock is read. Any of them may end in AM or PM.
 */
export function parseInstant(bytes: Uint8Array, from: number, end: number, into: InstantParse): boolean {
  at = from;
  const half = halfDay(bytes, from, end);
  let to = half < 0 ? end : end - 2;
  while (half >= 0 && bytes[to - 1] === 0x20) to--;
  into.offsetMinutes = Number.NaN;
  const isDate = to - from >= 16 && (bytes[from + 4] === 0x2d || bytes[from + 4] === 0x2f);
  let days = 0;
  const isNamed = !isDate && to - from >= 16 && bytes[from + 2] === 0x2d && bytes[from + 6] === 0x2d;
  if (isNamed) {
    days = namedMonth(bytes, to);
    if (Number.isNaN(days)) return false;
  } else if (!isDate) at = clockAfterDate(bytes, from, to);
  else {
    const year = digits(bytes, to, 4);
    const mark = bytes[at++];
    const month = digits(bytes, to, 2);
    if (bytes[at++] !== mark) return false;
    const day = digits(bytes, to, 2);
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1900)) return false;
    const between = bytes[at++];
    if (between !== 0x54 && between !== 0x74 && between !== 0x20) return false;
    days = daysFromEpoch(year, month, day);
  }
  let seconds = clock(bytes, to);
  if (half >= 0) {
    if (!(seconds >= 3600 && seconds < 13 * 3600)) return false;
    seconds = (seconds % NOON) + half;
  }
  if (Number.isNaN(seconds)) return false;
  if (isDate && at < to && bytes[at] === 0x20) at++;
  if (at < to) {
    if (!isDate) return false;
    if ((bytes[at]! | 0x20) === 0x7a) {
      into.offsetMinutes = 0;
      at++;
    } else if (bytes[at] === 0x2b || bytes[at] === 0x2d) {
      into.offsetMinutes = offset(bytes, to);
      if (Number.isNaN(into.offsetMinutes)) return false;
    }
    if (at !== to) return false;
  }
  into.seconds = days * 86_400 + seconds - (into.offsetMinutes || 0) * 60;
  return true;
}
