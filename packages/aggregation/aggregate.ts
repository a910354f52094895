import { setImmediate } from 'node:timers/promises';
import type { Call } from '@piaffe/kernel';
import type { Recording, RecordingWithMotion } from '@piaffe/recordings';
import { checkCorrections, checkWithin } from './corrections/check-corrections.ts';
import { correctJumps, type SingleJump } from './corrections/correct-jumps.ts';
import { correctSegments } from './corrections/correct-segments.ts';
import { displaySeries } from './display-series.ts';
import { type GaitSequence, gaitSequence } from './gaits/gait-sequence.ts';
import { beatsOf } from './heart-rate/beats.ts';
import { describeInputs, usableShare } from './inputs/describe-inputs.ts';
import { type Files, readInputs } from './inputs/read-inputs.ts';
import { checkTrim, type Timeline, timeline } from './inputs/timeline.ts';
import { combinations } from './jumps/combinations.ts';
import { type FoundJump, findJumps } from './jumps/find-jumps.ts';
import { gaitOverJumps } from './jumps/gait-over-jumps.ts';
import { energy } from './metrics/energy.ts';
import { heartRate } from './metrics/heart-rate.ts';
import { noMotion, rounded } from './metrics/metric.ts';
import { position } from './metrics/position.ts';
import { withRecordingDoubts } from './metrics/recording-doubts.ts';
import { sessionMetrics } from './metrics/session-metrics.ts';
import { metricsWithoutMotion } from './metrics/without-motion.ts';
import { joinMotions } from './motion/join-motions.ts';
import type { Motion } from './motion/motion.ts';
import { prepareMotion } from './motion/prepare-motion.ts';
import { type Rest, restsOf } from './pace.ts';
import { riddenWay } from './position/ridden-way.ts';
import type { AggregateInput } from './schemas/aggregate-input.ts';
import type { DisplaySeries } from './schemas/display-series.ts';
import type { Jump, Segment, SessionResult } from './schemas/session-result.ts';
import { segmentStrides } from './strides/strides.ts';

/** Any change of any number in any result is a new version. */
export const algorithm = { name: 'piaffe-aggregation', version: '2.0.0' } as const;

interface Aggregation {
  readonly result: SessionResult;
  readonly series: DisplaySeries;
}

/** recordings -> one timeline -> motion -> gaits and jumps -> corrections -> strides -> metrics. */
export async function aggregate(files: Files, input: AggregateInput, call: Call): Promise<Aggregation> {
  const { trim, corrections } = input.parameters;
  checkTrim(trim);
  checkCorrections(corrections);
  const rest = restsOf(call);
  const inputs = await readInputs(files, input, call.signal, (share) =>
    call.onProgress({ share: 0.3 * share, step: 'reading' }),
  );
  const ride = timeline(inputs, trim);
  checkWithin(corrections, ride.end);
  await begin(call, 0.3, 'finding the vertical');
  const motions = await motionsOf(ride, rest);
  const motion = motions.length > 0 ? joinMotions(motions, ride.durationSeconds) : null;
  await begin(call, 0.5, 'telling the gaits');
  const found = motion ? await ridden(motion, rest) : unseen(ride.durationSeconds);
  const segments = corrections
    ? correctSegments(found.sequence.segments, corrections.segments, ride.span)
    : found.sequence.segments;
  const { jumps, notFound } = correctJumps(
    found.jumps,
    corrections?.jumps ?? { added: [], removed: [] },
    ride.span.from,
    ride.durationSeconds,
  );
  await begin(call, 0.9, 'measuring strides');
  const sequence = { ...found.sequence, segments };
  const strides = motion ? segmentStrides(motion, sequence) : [];
  await rest();
  const session = motion
    ? sessionMetrics(motion, segments, strides, jumps)
    : metricsWithoutMotion(segments, jumps, ride.durationSeconds);
  const seconds = Math.floor(ride.durationSeconds) + 1;
  const beats = ride.beside.heartRate && beatsOf(ride.beside.heartRate, seconds);
  const way = ride.beside.position && riddenWay(ride.beside.position, segments, seconds);
  await rest();
  const described = describeInputs(
    ride,
    motion,
    motions.map((part) => part.motion),
    [
      ...(beats && beats.leftOut > 0 ? [leftOut(beats.leftOut, 'samples of the heart rate', 'heart')] : []),
      ...(way && way.leftOut > 0 ? [leftOut(way.leftOut, 'positions', 'horse')] : []),
      ...notFound.map((at) => `No jump was found at ${at} s, so none was taken away there.`),
    ],
  );
  const result: SessionResult = {
    ...described,
    context: input.context,
    algorithm: {
      ...algorithm,
      parameters: {
        ...input.parameters,
        startedAt: [...ride.inputs, ...ride.companions].map(({ saidStart }) => saidStart),
      },
    },
    segments: segments.map(roundedSegment),
    reins: session.reins.map(({ rein, from, to }) => ({ rein, from: rounded(from, 2), to: rounded(to, 2) })),
    transitions: session.transitions,
    jumps: inCombinations(jumps, sequence),
    asFound: corrections && {
      segments: found.sequence.segments.map(roundedSegment),
      jumps: inCombinations(
        found.jumps.map((jump) => ({ ...jump, addedByHand: false })),
        found.sequence,
      ),
    },
    symmetryPhases: session.symmetryPhases,
    metrics: {
      ...(motion ? withRecordingDoubts(session.metrics, doubtsOf(ride), motion) : session.metrics),
      heartRate: heartRate(beats),
      position: position(way, segments, motion ? null : noMotion),
      energy: energy(way, segments),
    },
  };
  return { result, series: displaySeries(motion, strides, jumps, { seconds, beats, way }) };
}

/** The movement of each recording that has one, and where it lies. */
async function motionsOf(ride: Timeline, rest: Rest): Promise<{ motion: Motion; at: number }[]> {
  const motions = [];
  for (const { input, recording, at } of ride.parts)
    if (hasMotion(recording) && hasMotion(input.recording))
      motions.push({ motion: await prepareMotion(recording, input.recording, rest), at });
  return motions;
}

function hasMotion(recording: Recording): recording is RecordingWithMotion {
  return recording.motion !== null;
}

interface Ridden {
  readonly sequence: GaitSequence;
  readonly jumps: readonly FoundJump[];
}

async function ridden(motion: Motion, rest: Rest): Promise<Ridden> {
  const sequence = await gaitSequence(motion, rest);
  const jumps = findJumps(motion, sequence.segments);
  return { sequence: { ...sequence, segments: gaitOverJumps(sequence.segments, jumps, motion.gaps) }, jumps };
}

/** A ride that nothing recorded the movement of. */
function unseen(durationSeconds: number): Ridden {
  const segments: Segment[] = [{ gait: 'unknown', from: 0, to: durationSeconds }];
  return { sequence: { segments, strideHz: () => null }, jumps: [] };
}

function inCombinations(jumps: readonly SingleJump[], { segments, strideHz }: GaitSequence): Jump[] {
  const strideSeconds = (at: number) => {
    const hertz = strideHz('canter', at);
    return hertz === null ? null : 1 / hertz;
  };
  const of = combinations(jumps, segments, strideSeconds);
  const digits = (at: number | null) => (at === null ? null : rounded(at, 2));
  return jumps.map(({ at, confidence, takeOff, landing, addedByHand }, i) => ({
    at: rounded(at, 2),
    confidence: rounded(confidence, 2),
    takeOff: digits(takeOff),
    landing: digits(landing),
    combination: of[i],
    addedByHand,
  }));
}

function doubtsOf(ride: Timeline) {
  return {
    usableShare: usableShare(ride),
    angularRateGuessed: ride.parts.some(({ recording }) => recording.motion?.angularRateGuessed ?? false),
  };
}

function roundedSegment({ gait, from, to }: Segment): Segment {
  return { gait, from: rounded(from, 2), to: rounded(to, 2) };
}

function leftOut(count: number, what: string, whose: string): string {
  return `${count} ${what} can be no ${whose}'s and were left out.`;
}

/** Tells the step, and lets the signal and everything else on this thread have their turn before it. */
async function begin(call: Call, share: number, step: string): Promise<void> {
  call.onProgress({ share, step });
  await setImmediate();
  call.signal.throwIfAborted();
}
