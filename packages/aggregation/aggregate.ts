import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Call, Failure } from '@piaffe/kernel';
import { type DecodeOptions, decodeRecording, type Recording, RecordingRejected } from '@piaffe/recordings';
import { displaySeries } from './display-series.ts';
import { gaitSequence } from './gaits/gait-sequence.ts';
import { rounded } from './metrics/metric.ts';
import { withRecordingDoubts } from './metrics/recording-doubts.ts';
import { sessionMetrics } from './metrics/session-metrics.ts';
import type { Motion } from './motion/motion.ts';
import { prepareMotion } from './motion/prepare-motion.ts';
import type { AggregateInput, DecodeParameters } from './schemas/aggregate-input.ts';
import type { DisplaySeries } from './schemas/display-series.ts';
import type { SessionResult } from './schemas/session-result.ts';
import { segmentStrides } from './strides/strides.ts';

/** Any change of any number in any result is a new version. */
export const algorithm = { name: 'piaffe-aggregation', version: '1.1.0' } as const;

/** Files by the reference that the caller gave; the bytes are read once, in order. */
export interface Files {
  /** In bytes, to tell how far reading is; null where nobody knows, as of a pipe. */
  size(reference: string): Promise<number | null>;
  open(reference: string): AsyncIterable<Uint8Array>;
}

interface Aggregation {
  readonly result: SessionResult;
  readonly series: DisplaySeries;
}

/** recording -> motion -> gaits -> strides -> metrics. */
export async function aggregate(files: Files, input: AggregateInput, call: Call): Promise<Aggregation> {
  const { sha256, recording } = await decoded(files, input, call);
  await begin(call, 0.3, 'finding the vertical');
  const motion = prepareMotion(recording);
  await begin(call, 0.6, 'telling the gaits');
  const sequence = gaitSequence(motion);
  await begin(call, 0.9, 'measuring strides');
  const strides = segmentStrides(motion, sequence);
  const { reins, transitions, jumps, symmetryPhases, metrics } = sessionMetrics(
    motion,
    sequence.segments,
    strides,
  );
  const result = {
    recording: {
      sha256,
      format: recording.format,
      startedAt: recording.startedAt,
      samples: recording.time.length,
      durationSeconds: rounded(motion.durationSeconds, 3),
      sampleRateHz: rounded(recording.sampleRateHz, 2),
      channels: channelsOf(recording),
    },
    inputs: [{ sha256, format: recording.format, role: 'motion' as const }],
    context: input.context,
    algorithm: { ...algorithm, parameters: { ...input.parameters } },
    quality: qualityOf(recording, motion),
    segments: sequence.segments.map(({ gait, from, to }) => ({
      gait,
      from: rounded(from, 2),
      to: rounded(to, 2),
    })),
    reins: reins.map(({ rein, from, to }) => ({ rein, from: rounded(from, 2), to: rounded(to, 2) })),
    transitions,
    jumps,
    symmetryPhases,
    metrics: withRecordingDoubts(metrics, recording, motion),
  };
  return { result, series: displaySeries(motion, strides) };
}

/** Tells the step, and lets the signal and everything else on this thread have their turn before it. */
async function begin(call: Call, share: number, step: string): Promise<void> {
  call.onProgress({ share, step });
  await setImmediate();
  call.signal.throwIfAborted();
}

async function decoded(
  files: Files,
  input: AggregateInput,
  call: Call,
): Promise<{ sha256: string; recording: Recording }> {
  const { reference, startedAt } = input.inputs[0];
  const size = await files.size(reference).catch(() => null);
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
    const recording = await decodeRecording(hashed(), {
      ...whatIsSaid(input.parameters, startedAt),
      signal: call.signal,
      onProgress: (bytes) => call.onProgress({ share: size ? (0.3 * bytes) / size : 0, step: 'reading' }),
    });
    return { sha256: hash.digest('hex'), recording };
  } catch (error) {
    if (error instanceof RecordingRejected)
      throw new Failure('recording-rejected', { problem: error.code, detail: error.message });
    throw error;
  }
}

/** Only what the caller says: to a decoder an empty answer is one too, and it would stop looking for itself. */
function whatIsSaid({ invert, columns, units }: DecodeParameters, startedAt: string | null): DecodeOptions {
  return {
    ...(invert && { invert }),
    ...(startedAt !== null && { startedAt }),
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(Object.keys(units).length > 0 && { units }),
  };
}

function channelsOf(recording: Recording): string[] {
  return ['ax', 'ay', 'az', ...(recording.angularRate ? ['gx', 'gy', 'gz'] : [])];
}

function qualityOf({ quality }: Recording, motion: Motion): SessionResult['quality'] {
  return {
    gaps: quality.gaps.map(({ from, to }) => ({ from: rounded(from, 3), to: rounded(to, 3) })),
    saturatedShare: rounded(quality.saturatedShare, 4),
    nonMonotonicCount: quality.nonMonotonicCount,
    duplicateCount: quality.duplicateCount,
    nanCount: quality.nanCount,
    usableShare: rounded(quality.usableShare, 4),
    notes: [...quality.notes, ...motion.notes],
  };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
