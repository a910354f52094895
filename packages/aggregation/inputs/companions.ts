import { Failure } from '@piaffe/kernel';
import type { HeartRate, Position, Recording, Span } from '@piaffe/recordings';
import { notMergeable, type Placed, startOf } from './place-on-one-axis.ts';
import type { Input } from './read-inputs.ts';

/** Heart rate and position of a ride, on its time axis. */
export interface Beside {
  readonly heartRate: HeartRate | null;
  readonly position: Position | null;
}

/** A recording that brings heart rate or position, and where its time zero lies on the axis of the ride, s. */
export interface Companion {
  readonly input: Input;
  readonly at: number;
}

/** Those that lie on the time axis of the ride, and a sentence for each that could not be laid there. */
export interface PlacedCompanions {
  readonly placed: readonly Companion[];
  readonly leftOut: readonly string[];
}

/**
 * Files recorded beside the ride, laid on its time axis by when they began. One that cannot be is left out, with the reason:
 * the ride is what it is without it.
 */
export function placeCompanions(
  companions: readonly Input[],
  ride: readonly [Placed, ...Placed[]],
  count: number,
): PlacedCompanions {
  const end = ride.reduce((latest, { to }) => Math.max(latest, to), 0);
  const placed: Companion[] = [];
  const leftOut: string[] = [];
  for (const input of companions) {
    try {
      placed.push(placedBeside(input, ride[0].input, end, count));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      leftOut.push(error.details.detail);
    }
  }
  return { placed, leftOut };
}

function placedBeside(input: Input, first: Input, end: number, count: number): Companion {
  const { number, recording } = input;
  if (!recording.heartRate && !recording.position)
    throw notMergeable(
      `Recording ${number} holds neither heart rate nor position, so it has nothing to add to the ride; leave it out.`,
    );
  const at = startOf(input, count) - startOf(first, count);
  const covered = spanOf(recording, at);
  if (covered.to <= 0 || covered.from >= end) throw apart(number, covered, end);
  return { input, at };
}

/**
 * What the recordings say of heart and place within a span (s) of the ride, in time from its beginning. Where several say
 * something of the same time, the companions go first.
 */
export function besideMotion(companions: readonly Companion[], ride: readonly Placed[], span: Span): Beside {
  const sources = [...companions, ...ride.map(({ input, from }) => ({ input, at: from }))];
  const each = <Signal extends HeartRate | Position>(of: (recording: Recording) => Signal | null) =>
    sources.reduce<Signal | null>((all, { input, at }) => {
      const signal = of(input.recording);
      const own = signal && within(signal, at - span.from, span.to - span.from);
      return all && own ? filledUp(all, own) : (all ?? own);
    }, null);
  return { heartRate: each(({ heartRate }) => heartRate), position: each(({ position }) => position) };
}

/** A second source fills what the first leaves open for longer than this, s. */
const openSeconds = 10;

function within<Signal extends HeartRate | Position>(
  signal: Signal,
  shift: number,
  end: number,
): Signal | null {
  const times = signal.time.map((time) => time + shift);
  const rows = [...times.keys()].filter((i) => times[i] >= 0 && times[i] <= end);
  return rows.length > 0 ? select({ ...signal, time: times }, rows) : null;
}

function filledUp<Signal extends HeartRate | Position>(first: Signal, second: Signal): Signal {
  const { time } = first;
  let next = 0;
  const open = (at: number) => {
    while (next < time.length && time[next] < at) next++;
    return !(at - time[next - 1] <= openSeconds) && !(time[next] - at <= openSeconds);
  };
  const added = [...second.time.keys()].filter((i) => open(second.time[i]));
  const both = joined(first, second);
  const rows = [...time.keys(), ...added.map((i) => time.length + i)];
  return select(
    both,
    rows.sort((a, b) => both.time[a] - both.time[b]),
  );
}

type Column = Float64Array | Float32Array;

function joined<Signal extends HeartRate | Position>(first: Signal, second: Signal): Signal {
  return eachColumn(first, (values, name) => {
    const others = second[name as keyof Signal] as Column;
    const all = new (values instanceof Float64Array ? Float64Array : Float32Array)(
      values.length + others.length,
    );
    all.set(values);
    all.set(others, values.length);
    return all;
  });
}

function select<Signal extends HeartRate | Position>(signal: Signal, rows: readonly number[]): Signal {
  return eachColumn(signal, (values) => {
    const picked = rows.map((row) => values[row]);
    return values instanceof Float64Array ? Float64Array.from(picked) : Float32Array.from(picked);
  });
}

function eachColumn<Signal extends HeartRate | Position>(
  signal: Signal,
  change: (values: Column, name: string) => Column,
): Signal {
  const columns = Object.entries(signal) as [string, Column][];
  return Object.fromEntries(
    columns.map(([name, values]) => [name, change(values, name)]),
  ) as unknown as Signal;
}

function spanOf({ heartRate, position }: Recording, at: number): Span {
  const times = [heartRate?.time, position?.time].filter((time) => time !== undefined);
  return {
    from: at + Math.min(...times.map((time) => time[0])),
    to: at + Math.max(...times.map((time) => time[time.length - 1])),
  };
}

function apart(number: number, { from, to }: Span, end: number) {
  const [seconds, where] =
    to <= 0 ? [-to, 'ends before the ride begins'] : [from - end, 'begins after the ride ends'];
  const by = seconds >= 5400 ? `${(seconds / 3600).toFixed(1)} hours` : `${Math.ceil(seconds / 60)} minutes`;
  return notMergeable(
    `Recording ${number} ${where}, by about ${by}, so nothing of it belongs to the ride; check when each started, or leave it out.`,
  );
}
