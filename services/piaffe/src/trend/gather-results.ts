import { isPastResult, type PastResult, type Refused } from './past-result.ts';
import { type Entry, readEntries } from './read-entries.ts';

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

/** The results in some files, in the order given, without those that cannot be used. */
export async function gatherResults(files: readonly string[], signal: AbortSignal): Promise<Gathered> {
  const rides: Ride[] = [];
  const refused: Refused[] = [];
  const ids = new Map<string, number>();
  const recordings = new Map<string, string>();
  for (const file of files) {
    for (const each of await readEntries(file, signal)) {
      const usable = usableResult(each);
      if (!usable.result) {
        refused.push(refusal(each, usable.problem));
        continue;
      }
      const { result, startedAt } = usable;
      const name = shortened(result.file ?? file);
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
  }
  return { rides, refused };
}

type Usable =
  | { readonly result: PastResult; readonly startedAt: string }
  | { readonly result: null; readonly problem: Refused['problem'] };

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
  const { startedAt } = value.recording;
  if (startedAt === null) {
    return unusable('no-start', 'It does not say when the ride began: analyse it again with --started-at.');
  }
  if (!isoInstant.test(startedAt) || Number.isNaN(Date.parse(startedAt))) {
    return unusable('start-not-valid', `Its start, ${startedAt}, is no instant of ISO 8601 with offset.`);
  }
  return { result: value, startedAt };
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
