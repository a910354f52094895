import { setImmediate } from 'node:timers/promises';
import type { Call } from '@piaffe/kernel';
import { displaySeries } from './display-series.ts';
import { gaitSequence } from './gaits/gait-sequence.ts';
import { describeInputs, usableShare } from './inputs/describe-inputs.ts';
import { type Files, readInputs } from './inputs/read-inputs.ts';
import { checkTrim, timeline } from './inputs/timeline.ts';
import { rounded } from './metrics/metric.ts';
import { withRecordingDoubts } from './metrics/recording-doubts.ts';
import { sessionMetrics } from './metrics/session-metrics.ts';
import { joinMotions } from './motion/join-motions.ts';
import { prepareMotion } from './motion/prepare-motion.ts';
import { restsOf } from './pace.ts';
import type { AggregateInput } from './schemas/aggregate-input.ts';
import type { DisplaySeries } from './schemas/display-series.ts';
import type { SessionResult } from './schemas/session-result.ts';
import { segmentStrides } from './strides/strides.ts';

/** Any change of any number in any result is a new version. */
export const algorithm = { name: 'piaffe-aggregation', version: '2.0.0' } as const;

interface Aggregation {
  readonly result: SessionResult;
  readonly series: DisplaySeries;
}

/** recordings -> one timeline -> motion -> gaits -> strides -> metrics. */
export async function aggregate(files: Files, input: AggregateInput, call: Call): Promise<Aggregation> {
  const { trim } = input.parameters;
  checkTrim(trim);
  const rest = restsOf(call);
  const inputs = await readInputs(files, input, call.signal, (share) =>
    call.onProgress({ share: 0.3 * share, step: 'reading' }),
  );
  const ride = timeline(inputs, trim);
  await begin(call, 0.3, 'finding the vertical');
  const parts = [];
  for (const { input, recording, at } of ride.parts)
    parts.push({ motion: await prepareMotion(recording, input.recording, rest), at });
  const motion = joinMotions(parts, ride.durationSeconds);
  await begin(call, 0.5, 'telling the gaits');
  const sequence = await gaitSequence(motion, rest);
  await begin(call, 0.9, 'measuring strides');
  const strides = segmentStrides(motion, sequence);
  await rest();
  const { reins, transitions, jumps, symmetryPhases, metrics } = sessionMetrics(
    motion,
    sequence.segments,
    strides,
  );
  const doubtful = {
    usableShare: usableShare(ride),
    angularRateGuessed: ride.parts.some(({ recording }) => recording.motion.angularRateGuessed),
  };
  const { recording, quality, ...described } = describeInputs(
    ride,
    motion,
    parts.map((part) => part.motion),
  );
  const result = {
    recording,
    inputs: described.inputs,
    context: input.context,
    algorithm: {
      ...algorithm,
      parameters: { ...input.parameters, startedAt: ride.inputs.map(({ saidStart }) => saidStart) },
    },
    quality,
    segments: sequence.segments.map(({ gait, from, to }) => ({
      gait,
      from: rounded(from, 2),
      to: rounded(to, 2),
    })),
    reins: reins.map(({ rein, from, to }) => ({ rein, from: rounded(from, 2), to: rounded(to, 2) })),
    transitions,
    jumps,
    asFound: null,
    symmetryPhases,
    metrics: withRecordingDoubts(metrics, doubtful, motion),
  };
  return { result, series: displaySeries(motion, strides) };
}

/** Tells the step, and lets the signal and everything else on this thread have their turn before it. */
async function begin(call: Call, share: number, step: string): Promise<void> {
  call.onProgress({ share, step });
  await setImmediate();
  call.signal.throwIfAborted();
}
