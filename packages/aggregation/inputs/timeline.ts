import { Failure } from '@piaffe/kernel';
import { cutRecording, type Recording, type Span } from '@piaffe/recordings';
import type { AggregateInput } from '../schemas/aggregate-input.ts';
import { type Beside, besideMotion, placeCompanions } from './companions.ts';
import { later } from './instant.ts';
import { type Placed, placeOnOneAxis, refuseRepeated } from './place-on-one-axis.ts';
import type { Input } from './read-inputs.ts';

/** What counts of one input. */
interface Part {
  readonly input: Input;
  /** The input's own recording where nothing of it was left out. */
  readonly recording: Recording;
  /** When its first sample was, in s from the beginning of the timeline. */
  readonly at: number;
}

/** A ride on one time axis. What no part covers is a gap. */
export interface Timeline {
  /** Those that make the time axis, in the order of their start: all with motion or, where there is none, none of them. */
  readonly inputs: readonly Input[];
  /** Those that only bring heart rate or position to it. */
  readonly companions: readonly Input[];
  readonly startedAt: string | null;
  readonly trim: Trim;
  /** What counts of the ride, in s from the first sample of all. */
  readonly span: Span;
  /** When the last recording ends, in the same time. */
  readonly end: number;
  readonly durationSeconds: number;
  /** In the order of time; at least one. */
  readonly parts: readonly Part[];
  /** From all of the recordings, in time from the beginning of the timeline. */
  readonly beside: Beside;
  /** Why a companion tells nothing of the ride, a sentence each. */
  readonly leftOut: readonly string[];
}

type Trim = AggregateInput['parameters']['trim'];

const shortestTrim = 10;
/** How far (s) a trim may reach beyond the end, which people see rounded. */
const trimTolerance = 0.1;

/**
 * Puts the recordings of a ride on one time axis and leaves out what the trim does. The trimmed part is the ride: time
 * counts from its beginning.
 * @throws Failure `recordings-not-mergeable`, `trim-not-valid`
 */
export function timeline(inputs: readonly Input[], trim: Trim): Timeline {
  refuseRepeated(inputs);
  const leading = leadingOf(inputs);
  const others = inputs.filter((input) => !leading.includes(input));
  const placed = placeOnOneAxis(leading, inputs.length);
  const { placed: beside, leftOut } = placeCompanions(others, placed, inputs.length);
  const { startedAt } = placed[0].input.recording;
  const end = placed.reduce((latest, { to }) => Math.max(latest, to), 0);
  const span = trim === null ? { from: 0, to: end } : checkedTrim(trim, end);
  const parts = placed.map((one) => partWithin(one, span)).filter((part) => part !== null);
  if (parts.length === 0) throw notValid(`Between ${span.from} s and ${span.to} s there are no samples`);
  return {
    inputs: placed.map(({ input }) => input),
    companions: others,
    trim,
    span,
    end,
    startedAt: startedAt !== null && span.from > 0 ? later(startedAt, span.from) : startedAt,
    durationSeconds: span.to - span.from,
    parts,
    beside: besideMotion(beside, placed, span),
    leftOut,
  };
}

/** The recordings of motion; where there are none, what the ride has instead. */
function leadingOf(inputs: readonly Input[]): readonly Input[] {
  const own = inputs.filter(({ role }) => role === 'motion');
  const moving = own.filter(({ recording }) => recording.motion !== null);
  return [moving, own, inputs].find((some) => some.length > 0)!;
}

/** Whether a trim can be one at all is known before anything is read. */
export function checkTrim(trim: Trim): void {
  if (trim === null) return;
  if (trim.from >= trim.to)
    throw notValid(`The end, ${trim.to} s, does not come after the beginning, ${trim.from} s`);
  if (trim.to - trim.from < shortestTrim)
    throw notValid(`From ${trim.from} s to ${trim.to} s is less than ${shortestTrim} s`);
}

function checkedTrim(trim: Span, end: number): Span {
  if (trim.to > end + trimTolerance)
    throw notValid(`It ends at ${trim.to} s, but the recording does so at ${Math.floor(10 * end) / 10} s`);
  const span = { from: trim.from, to: Math.min(trim.to, end) };
  checkTrim(span);
  return span;
}

function notValid(why: string): Failure {
  return new Failure('trim-not-valid', {
    detail: `${why}; choose a part of at least ${shortestTrim} s within the recording.`,
  });
}

function partWithin({ input, from, to, countsFrom }: Placed, span: Span): Part | null {
  const whole = input.recording;
  const wanted = { from: Math.max(span.from, countsFrom) - from, to: Math.min(span.to, to) - from };
  if (wanted.from <= 0 && wanted.to >= to - from) return { input, recording: whole, at: from - span.from };
  const cut = cutRecording(whole, wanted);
  return cut && { input, recording: cut.recording, at: from + cut.at - span.from };
}
