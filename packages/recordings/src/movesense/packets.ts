import { RecordingRejected } from '../rejection.ts';
import { type Columns, GrowingColumns } from '../text/columns.ts';
import { MOST_ROWS } from '../text/read-table.ts';

/** How many times the usual length a packet may seem to last before the rest of that is a gap. */
const LONGEST_PACKET = 2.5;
/** ms, when one packet is all there is: 104 Hz. */
const USUAL_STEP = 1000 / 104;

/** Samples of one sensor that come in packets, of which only the first sample has a time, in ms. */
export class Packets {
  readonly #columns = new GrowingColumns(3);
  readonly #starts: number[] = [];
  readonly #counts: number[] = [];
  readonly #row = new Float64Array(4);

  get count(): number {
    return this.#columns.rows;
  }

  /** `values`: x, y, z of one sample after the other. */
  add(start: number, values: readonly number[]): void {
    const count = Math.floor(values.length / 3);
    if (count === 0) return;
    this.#starts.push(start);
    this.#counts.push(count);
    for (let i = 0; i < count; i++) {
      this.#row.set([Number.NaN, values[3 * i]!, values[3 * i + 1]!, values[3 * i + 2]!]);
      this.#columns.append(this.#row);
    }
    if (this.count > MOST_ROWS) {
      throw new RecordingRejected(
        'too-long',
        `The file has more than ${MOST_ROWS} samples, as many as a day at 100 Hz; split it into rides.`,
      );
    }
  }

  /** All samples with their time in ms, spread evenly up to the next packet; nothing may be added afterwards. */
  join(): Columns {
    const columns = this.#columns.join();
    const steps = this.#starts.slice(1).map((next, i) => (next - this.#starts[i]!) / this.#counts[i]!);
    const usual = middle(steps.filter((step) => step > 0)) ?? USUAL_STEP;
    let row = 0;
    for (const [packet, start] of this.#starts.entries()) {
      const step = steps[packet] ?? usual;
      const even = step > 0 && step <= LONGEST_PACKET * usual ? step : usual;
      for (let i = 0; i < this.#counts[packet]!; i++) columns.time[row++] = start + i * even;
    }
    return columns;
  }
}

function middle(values: readonly number[]): number | undefined {
  return Float64Array.from(values).sort()[values.length >> 1];
}
