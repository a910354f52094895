import { metricWithoutNumber } from './metric-at.ts';
import type { Entry } from './parse-entries.ts';
import { isPastResult, type PastResult, type Refused } from './past-result.ts';

/** A result that can stand in a trend. */
export interface Ride {
  /** What people know it by: its file, and a number where that is not enough. */
  readonly id: string;
  readonly startedAt: string;
  readonly result: PastResult;
}

export interface Gathered {
  readonly rides: readonly Ride[];
  readonly refused: readonly Refused[];
}

/** The results in some entries, in the order given, without those that cannot be used. */
export function gatherResults(entries: readonly Entry[]): Gathered {
  const rides: Ride[] = [];
  const refused: Refused[] = [];
  const ids = new Map<string, number>();
  const recordings = new Map<string, string>();
  const all = entries.map((each) => ({ each, usable: usableResult(each) }));
  const middle = middleOf(all.flatMap(({ usable }) => (usable.result ? [Date.parse(usable.startedAt)] : [])));
  for (const { each, usable: alone } of all) {
    const usable = amongOthers(alone, middle);
    if (!usable.result) {
      refused.push(refusal(each, usable.problem));
      continue;
    }
    const { result, startedAt } = usable;
    const name = shortened(result.file ?? each.file);
    const before = recordings.get(result.recording.sha256);
    if (before !== undefined) {
      refused.push(
        refusal(each, {
          code: 'twice',
          detail: `This recording is there already, as ${before}; the first one counts.`,
        }),
      );
      continue;
    }
    const count = (ids.get(name) ?? 0) + 1;
    ids.set(name, count);
    const id = count === 1 ? name : `${name} (${count})`;
    recordings.set(result.recording.sha256, id);
    rides.push({ id, startedAt, result });
  }
  return { rides, refused };
}

type Usable =
  | { readonly result: PastResult; readonly startedAt: string }
  | { readonly result: null; readonly problem: Refused['problem'] };

/** No sensor was on a horse before. */
const firstStart = Date.UTC(1980, 0, 1);
/** From the middle of all starts, either way. */
const mostYears = 30;
const yearMilliseconds = 365.25 * 86_400_000;

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

function usableResult({ value, problem }: Entry): Usable {
  if (problem !== null) return { result: null, problem };
  const rejected = rejectionOf(value);
  if (rejected !== null) return unusable('rejected', `It was not analysed: ${rejected}`);
  if (!isPastResult(value)) {
    return unusable(
      'not-a-result',
      'This is no result of an analysis: name what "piaffe analyse --json" printed.',
    );
  }
  const wrong = metricWithoutNumber(value.metrics);
  if (wrong !== null) {
    return unusable(
      'not-a-result',
      `This is no result of an analysis: its ${wrong} has a value that is no number. Name what "piaffe analyse --json" printed.`,
    );
  }
  const { startedAt } = value.recording;
  if (startedAt === null) {
    return unusable('no-start', 'It does not say when the ride began: analyse it again with --started-at.');
  }
  if (!isoInstant.test(startedAt) || Number.isNaN(Date.parse(startedAt))) {
    return unusable('start-not-valid', `Its start, ${startedAt}, is no instant of ISO 8601 with offset.`);
  }
  if (Date.parse(startedAt) < firstStart) {
    return unusable(
      'start-not-valid',
      `Its start, ${startedAt}, is before 1980: analyse it again with --started-at.`,
    );
  }
  return { result: value, startedAt };
}

/** What is that far from the others would stretch the trend beyond what one horse lives. */
function amongOthers(usable: Usable, middle: number): Usable {
  if (!usable.result || Math.abs(Date.parse(usable.startedAt) - middle) <= mostYears * yearMilliseconds)
    return usable;
  return unusable(
    'start-not-valid',
    `Its start, ${usable.startedAt}, is more than ${mostYears} years from most of the others: analyse it again with --started-at.`,
  );
}

function middleOf(instants: readonly number[]): number {
  return instants.toSorted((a, b) => a - b)[Math.floor(instants.length / 2)] ?? 0;
}

/** Why a line of `analyse` says that its file was rejected; null when it does not. */
function rejectionOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('status' in value) || value.status !== 'rejected')
    return null;
  const problem = 'problem' in value ? (value.problem as { detail?: unknown } | null) : null;
  return typeof problem?.detail === 'string' ? problem.detail : 'it does not say why.';
}

function unusable(code: string, detail: string): Usable {
  return { result: null, problem: { code, detail } };
}

function refusal({ file, entry, value }: Entry, problem: Refused['problem']): Refused {
  const named = typeof value === 'object' && value !== null && 'file' in value ? value.file : null;
  return { file, entry, recording: typeof named === 'string' ? named : null, problem };
}

const longest = 180;

function shortened(name: string): string {
  return name.length <= longest ? name : `...${name.slice(-longest)}`;
}
