import { createHash } from 'node:crypto';
import { Failure } from '@piaffe/kernel';
import { type DecodeOptions, decodeRecording, type Recording, RecordingRejected } from '@piaffe/recordings';
import type { AggregateInput, DecodeParameters } from '../schemas/aggregate-input.ts';

/** Files by the reference that the caller gave; the bytes are read once, in order. */
export interface Files {
  /** In bytes, to tell how far reading is; null where nobody knows, as of a pipe. */
  size(reference: string): Promise<number | null>;
  open(reference: string): AsyncIterable<Uint8Array>;
}

/** A file that was read. */
export interface Input {
  /** Its place among those given, from 1. */
  readonly number: number;
  readonly sha256: string;
  /** What was said of its start; wins over the file. */
  readonly saidStart: string | null;
  readonly role: AggregateInput['inputs'][number]['role'];
  readonly recording: Recording;
}

const longestHours = 24;

/** Reads the inputs one after the other; `onProgress` is told the share (0-1) that is read. */
export async function readInputs(
  files: Files,
  { inputs, parameters }: AggregateInput,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Input[]> {
  const sizes = await Promise.all(inputs.map(({ reference }) => files.size(reference).catch(() => null)));
  const all = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const read: Input[] = [];
  let before = 0;
  for (const [i, { reference, startedAt, role }] of inputs.entries()) {
    const tell = (bytes: number) => onProgress(all > 0 ? Math.min(1, (before + bytes) / all) : 0);
    const options = { ...whatIsSaid(parameters, startedAt), signal, onProgress: tell };
    const { sha256, recording } = await readInput(files, reference, options).catch((error) => {
      throw inputs.length > 1 && error instanceof Failure ? about(error, i + 1) : error;
    });
    read.push({ number: i + 1, sha256, saidStart: startedAt, role, recording });
    before += sizes[i] ?? 0;
  }
  return read;
}

async function readInput(files: Files, reference: string, options: DecodeOptions) {
  const hash = createHash('sha256');
  async function* hashed() {
    try {
      for await (const chunk of files.open(reference)) {
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      throw new Failure('recording-unreadable', { detail: sentence(error) });
    }
  }
  try {
    const recording = await decodeRecording(hashed(), options);
    refuseEndless(recording);
    return { sha256: hash.digest('hex'), recording };
  } catch (error) {
    if (error instanceof RecordingRejected)
      throw new Failure('recording-rejected', { problem: error.code, detail: error.message });
    throw error;
  }
}

/** At an even rate a few samples over weeks would fill any memory. */
function refuseEndless({ durationSeconds }: Recording): void {
  const hours = durationSeconds / 3600;
  if (hours <= longestHours) return;
  throw new RecordingRejected(
    'too-long',
    `From its first sample to its last it is ${Math.round(hours)} hours, and one recording is ${longestHours} at most; split it into rides, or check the unit of its time (--units time=...).`,
  );
}

/** Only what the caller says: to a decoder an empty answer is one too, and it would stop looking for itself. */
function whatIsSaid({ invert, columns, units }: DecodeParameters, startedAt: string | null): DecodeOptions {
  return {
    ...(startedAt !== null && { startedAt }),
    ...(invert && { invert }),
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(Object.keys(units).length > 0 && { units }),
  };
}

/** The same failure, with the number of the recording it is about. */
function about({ code, details }: Failure, number: number): Failure {
  const { detail, ...others } = details as { detail: string };
  return new Failure(code, { ...others, detail: `Recording ${number}: ${detail}` });
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
