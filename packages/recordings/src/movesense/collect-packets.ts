import type { JsonHandler } from '../text/read-json.ts';
import { Packets } from './packets.ts';

/** What an object of the document said of itself so far. */
interface Frame {
  timestamp: number;
  average: number;
  utcTime: number;
  relativeTime: number;
}

const AXES = ['x', 'y', 'z'];
const HEART_RATE = /^(?:meas)?\/?(?:hr|heart_?rate)$/i;
/** More in one packet is none of this sensor's. */
const MOST_VALUES = 30_000;

/**
 * Finds packets of acceleration, angular rate and heart rate anywhere in a document: objects with a `Timestamp` in ms and
 * an `ArrayAcc` or `ArrayGyro` of x, y, z; an `average` under HR, which has the time of the packet before it.
 */
export class MovesenseCollector implements JsonHandler {
  readonly acceleration = new Packets();
  readonly angularRate = new Packets();
  readonly heartRate: { readonly at: number; readonly bpm: number }[] = [];
  /** ms to add to time stamps for ms since 1970; null when the document does not tell. */
  sinceSwitchedOn: number | null = null;
  readonly #frames: Frame[] = [];
  #acc: number[] = [];
  #gyro: number[] = [];
  #vector = [Number.NaN, Number.NaN, Number.NaN];
  #latest = Number.NaN;

  open(): void {
    this.#frames.push({
      timestamp: Number.NaN,
      average: Number.NaN,
      utcTime: Number.NaN,
      relativeTime: Number.NaN,
    });
    this.#vector = [Number.NaN, Number.NaN, Number.NaN];
  }

  number(path: readonly string[], value: number): void {
    const name = path.at(-1)!.toLowerCase();
    const axis = AXES.indexOf(name);
    const frame = this.#frames.at(-1);
    if (axis >= 0) this.#vector[axis] = value;
    else if (!frame) return;
    else if (name === 'timestamp') frame.timestamp = value;
    else if (name === 'average') frame.average = value;
    else if (name === 'utctime') frame.utcTime = value;
    else if (name === 'relativetime') frame.relativeTime = value;
  }

  close(path: readonly string[]): void {
    const frame = this.#frames.pop()!;
    const list = path.at(-2)?.toLowerCase();
    if (path.at(-1) === '' && (list === 'arrayacc' || list === 'arraygyro')) {
      const values = list === 'arrayacc' ? this.#acc : this.#gyro;
      if (values.length < MOST_VALUES) values.push(...this.#vector);
      return;
    }
    if (!Number.isNaN(frame.timestamp)) {
      this.#latest = frame.timestamp;
      if (this.#acc.length > 0) this.acceleration.add(frame.timestamp, this.#acc);
      if (this.#gyro.length > 0) this.angularRate.add(frame.timestamp, this.#gyro);
      this.#acc = [];
      this.#gyro = [];
    }
    if (!Number.isNaN(frame.average) && path.some((name) => HEART_RATE.test(name)))
      this.heartRate.push({
        at: Number.isNaN(frame.timestamp) ? this.#latest : frame.timestamp,
        bpm: frame.average,
      });
    const { utcTime, relativeTime } = frame;
    if (!Number.isNaN(utcTime + relativeTime)) this.sinceSwitchedOn ??= utcTime / 1000 - relativeTime;
  }
}
