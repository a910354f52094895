const POWERS_OF_TEN = Float64Array.from({ length: 309 }, (_, exponent) => Number(`1e${exponent}`));

/** `value` times ten to the power of `exponent`; NaN when that is no finite number. */
function scaleByPowerOfTen(value: number, exponent: number): number {
  if (value === 0 || exponent === 0) return value;
  if (exponent > 308) return Number.NaN;
  if (exponent > 0) {
    const scaled = value * POWERS_OF_TEN[exponent]!;
    return Number.isFinite(scaled) ? scaled : Number.NaN;
  }
  if (exponent >= -308) return value / POWERS_OF_TEN[-exponent]!;
  if (exponent >= -616) return value / 1e308 / POWERS_OF_TEN[-exponent - 308]!;
  return 0;
}

/**
 * Length of the minus sign at `bytes[at]`: 1 for a hyphen, 3 for the minus that typesetters and word processors write
 * (U+2212) or a hyphen that does not break (U+2011), in UTF-8; 0 for anything else.
 */
function minusLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x2d) return 1;
  if (bytes[at] !== 0xe2) return 0;
  const isMinus = bytes[at + 1] === 0x88 && bytes[at + 2] === 0x92;
  return isMinus || (bytes[at + 1] === 0x80 && bytes[at + 2] === 0x91) ? 3 : 0;
}

/**
 * Number written in `bytes[from, to)`, with `.` or `,` before the decimals; NaN when it is anything else (empty, text,
 * infinite, digits followed by something). Exact up to 15 digits, within 1e-15 of the value beyond.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const minus = at < to ? minusLength(bytes, at) : 0;
  const negative = minus > 0;
  at += minus;
  if (!negative && at < to && bytes[at] === 0x2b) at++;
  let mantissa = 0;
  let exponent = 0;
  let digits = 0;
  let seenMark = false;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) {
      digits++;
      if (mantissa < 1e18) {
        mantissa = mantissa * 10 + (byte - 0x30);
        if (seenMark) exponent--;
      } else if (!seenMark) exponent++;
    } else if ((byte === 0x2e || byte === 0x2c) && !seenMark) {
      seenMark = true;
    } else break;
  }
  if (digits === 0) return Number.NaN;
  if (at < to && (bytes[at]! | 0x20) === 0x65) {
    at++;
    const exponentMinus = at < to ? minusLength(bytes, at) : 0;
    const exponentNegative = exponentMinus > 0;
    at += exponentMinus;
    if (!exponentNegative && at < to && bytes[at] === 0x2b) at++;
    let written = 0;
    const first = at;
    for (; at < to && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at++) {
      if (written < 100_000) written = written * 10 + (bytes[at]! - 0x30);
    }
    if (at === first) return Number.NaN;
    exponent += exponentNegative ? -written : written;
  }
  if (at !== to) return Number.NaN;
  const value = scaleByPowerOfTen(mantissa, exponent);
  return negative ? -value : value;
}
