/** Rows of one block; small enough that the unused end of the last one costs little. */
const BLOCK_ROWS = 1 << 15;

interface Block {
  readonly time: Float64Array;
  /** One stretch of BLOCK_ROWS per channel. */
  readonly values: Float32Array;
}

/** Numbers of a table by column: time as float64, the channels as float32, all of length `rows`. */
export interface Columns {
  readonly rows: number;
  readonly time: Float64Array;
  readonly channels: readonly Float32Array[];
}

/** Columns that grow row by row without ever copying what they hold, until they are joined at the end. */
export class GrowingColumns {
  rows = 0;
  readonly #channelCount: number;
  readonly #blocks: Block[] = [];
  #time = new Float64Array(0);
  #values = new Float32Array(0);
  #used = BLOCK_ROWS;

  constructor(channelCount: number) {
    this.#channelCount = channelCount;
  }

  /** Appends `row[0]` as the time and the numbers after it as the channels. */
  append(row: Float64Array): void {
    if (this.#used === BLOCK_ROWS) {
      this.#time = new Float64Array(BLOCK_ROWS);
      this.#values = new Float32Array(BLOCK_ROWS * this.#channelCount);
      this.#blocks.push({ time: this.#time, values: this.#values });
      this.#used = 0;
    }
    const at = this.#used++;
    this.#time[at] = row[0]!;
    for (let channel = 0; channel < this.#channelCount; channel++) {
      this.#values[channel * BLOCK_ROWS + at] = row[channel + 1]!;
    }
    this.rows++;
  }

  /** Joins the blocks and gives them up; nothing may be appended afterwards. */
  join(): Columns {
    const rows = this.rows;
    const time = new Float64Array(rows);
    const channels = Array.from({ length: this.#channelCount }, () => new Float32Array(rows));
    let start = 0;
    for (let block = this.#blocks.shift(); block; block = this.#blocks.shift()) {
      const count = Math.min(BLOCK_ROWS, rows - start);
      time.set(block.time.subarray(0, count), start);
      for (const [channel, joined] of channels.entries()) {
        joined.set(block.values.subarray(channel * BLOCK_ROWS, channel * BLOCK_ROWS + count), start);
      }
      start += count;
    }
    return { rows, time, channels };
  }
}
