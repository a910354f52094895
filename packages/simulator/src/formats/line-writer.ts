const comma = 44;
const point = 46;
const zero = 48;
const minus = 45;
const newline = 10;

/** Lines of numbers as bytes, some times faster than by way of strings. */
export class LineWriter {
  readonly #bytes: Buffer;
  readonly #startTicks: number;
  #length: number;
  #begins = true;

  /**
   * Room for the header and so many lines of at most so many characters; `startedAt` (ns since 1970, a multiple of
   * 0.1 ms) is what times count from.
   */
  constructor(header: string, startedAt: bigint, lines: number, longest: number) {
    this.#bytes = Buffer.allocUnsafe(header.length + 1 + lines * longest);
    this.#length = this.#bytes.write(`${header}\n`, 'latin1');
    this.#startTicks = Number(startedAt / 100_000n);
  }

  /** The columns time (ns since 1970) and seconds_elapsed of a moment, in steps of 0.1 ms. */
  time(seconds: number): void {
    this.#separate();
    const ticks = this.#startTicks + Math.round(seconds * 1e4);
    const high = Math.floor(ticks / 1e8);
    this.#integer(high, countDigits(high));
    this.#integer(ticks - high * 1e8, 8);
    this.#integer(0, 5);
    this.number(seconds, 4);
  }

  /** A number with up to 7 digits after the point; it must lie below 2^31 in units of the last. */
  number(value: number, digits: number): void {
    this.#separate();
    const power = powers[digits];
    const whole = Math.round(Math.abs(value) * power);
    if (value < 0 && whole > 0) this.#bytes[this.#length++] = minus;
    const before = Math.floor(whole / power);
    this.#integer(before, countDigits(before));
    if (digits === 0) return;
    this.#bytes[this.#length++] = point;
    this.#integer(whole - before * power, digits);
  }

  end(): void {
    this.#bytes[this.#length++] = newline;
    this.#begins = true;
  }

  toBuffer(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #separate(): void {
    if (!this.#begins) this.#bytes[this.#length++] = comma;
    this.#begins = false;
  }

  /** With zeros in front, where it has fewer digits. */
  #integer(value: number, digits: number): void {
    const bytes = this.#bytes;
    const from = this.#length;
    let rest = value | 0;
    for (let i = from + digits - 1; i >= from; i--) {
      const next = (rest / 10) | 0;
      bytes[i] = zero + rest - next * 10;
      rest = next;
    }
    this.#length = from + digits;
  }
}

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7];

function countDigits(value: number): number {
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits++;
  return digits;
}
