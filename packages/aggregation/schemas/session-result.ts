import { closed, nullable } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';
import { SessionContext } from './aggregate-input.ts';
import { Gait } from './gait.ts';

export * from './gait.ts';

export const Unit = Type.Enum(['s', '1/min', 'cm', 'mm', 'min', 'bpm', 'm', 'm/min', 'kJ/kg', '1'], {
  description: '1: a share from 0 to 1, a score from 0 to 10, or a count',
});
export type Unit = Static<typeof Unit>;

export const Quality = Type.Enum(['good', 'fair', 'poor', 'none'], {
  description: 'How far the value can be trusted; none: there is no value',
});
export type Quality = Static<typeof Quality>;

/** A number with its honesty. `value` is null exactly when `quality` is none, and then `reason` says why. */
export const Metric = closed({
  value: nullable(Type.Number()),
  unit: Unit,
  n: nullable(
    Type.Integer({ minimum: 0, description: 'How many strides, samples or events stand behind it' }),
  ),
  spread: nullable(
    Type.Number({ minimum: 0, description: 'Robust standard deviation between them, in the unit' }),
  ),
  quality: Quality,
  reason: nullable(Type.String()),
});
export type Metric = Static<typeof Metric>;

export const reinNames = ['left', 'straight', 'right', 'none'] as const;
export const Rein = Type.Enum(reinNames);
export type Rein = (typeof reinNames)[number];

const seconds = Type.Number({ minimum: 0, description: 's from the first sample' });

export const Segment = closed({ gait: Gait, from: seconds, to: seconds });
export const ReinSegment = closed({ rein: Rein, from: seconds, to: seconds });
export const Transition = closed({ at: seconds, fromGait: Gait, toGait: Gait });

/** `at` is the middle of the flight. One that was added by hand has neither take-off nor landing. */
export const Jump = closed({
  at: seconds,
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  takeOff: nullable(seconds),
  landing: nullable(seconds),
  combination: nullable(
    Type.Integer({
      minimum: 0,
      description: 'Which combination of the ride it belongs to, from 0; null: it stands alone',
    }),
  ),
  addedByHand: Type.Boolean(),
});
export const SymmetryPhase = closed({
  from: seconds,
  to: seconds,
  strides: Type.Integer({ minimum: 1 }),
  minDiff: Type.Number({ description: 'mm' }),
  maxDiff: Type.Number({ description: 'mm' }),
  range: Type.Number({ description: 'mm' }),
  relativeSign: nullable(
    Type.Enum([1, -1], {
      description: 'Sign of minDiff x maxDiff; null when either is too small to have one',
    }),
  ),
});
export type Segment = Static<typeof Segment>;
export type ReinSegment = Static<typeof ReinSegment>;
export type Transition = Static<typeof Transition>;
export type Jump = Static<typeof Jump>;
export type SymmetryPhase = Static<typeof SymmetryPhase>;

const timeAndShare = closed({ time: Metric, share: Metric });
const movingGait = closed({
  time: Metric,
  share: Metric,
  cadence: Metric,
  elevation: Metric,
  regularity: Metric,
  strides: Metric,
});
const distanceAndSpeed = closed({ distance: Metric, speed: Metric });
const timeByRein = closed({
  left: closed({ time: Metric }),
  straight: closed({ time: Metric }),
  right: closed({ time: Metric }),
});

export const Metrics = closed({
  gaits: closed({
    halt: timeAndShare,
    unknown: timeAndShare,
    walk: movingGait,
    trot: movingGait,
    canter: movingGait,
    gallop: movingGait,
    tolt: movingGait,
    pace: movingGait,
  }),
  symmetry: closed({ score: Metric, minDiff: Metric, maxDiff: Metric, range: Metric }),
  reins: closed({ left: timeAndShare, straight: timeAndShare, right: timeAndShare }),
  gaitByRein: closed({
    walk: timeByRein,
    trot: timeByRein,
    canter: timeByRein,
    gallop: timeByRein,
    tolt: timeByRein,
    pace: timeByRein,
  }),
  transitions: closed({ count: Metric }),
  jumps: closed({ count: Metric }),
  load: closed({ gaitMinutes: Metric }),
  heartRate: closed({
    mean: Metric,
    max: Metric,
    zones: closed({ z1: Metric, z2: Metric, z3: Metric, z4: Metric, z5: Metric }),
    recovery: Metric,
  }),
  position: closed({
    distance: Metric,
    climb: Metric,
    gaits: closed({
      walk: distanceAndSpeed,
      trot: distanceAndSpeed,
      canter: distanceAndSpeed,
      gallop: distanceAndSpeed,
      tolt: distanceAndSpeed,
      pace: distanceAndSpeed,
    }),
  }),
  energy: closed({ perKilogram: Metric }),
});
export type Metrics = Static<typeof Metrics>;

const RecordingSummary = closed({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  format: Type.String(),
  startedAt: nullable(Type.String()),
  samples: Type.Integer({ minimum: 1 }),
  durationSeconds: Type.Number({ minimum: 0 }),
  sampleRateHz: Type.Number({ minimum: 0 }),
  channels: Type.Array(Type.String()),
});

const QualityReport = closed({
  gaps: Type.Array(closed({ from: seconds, to: seconds })),
  saturatedShare: Type.Number({ minimum: 0, maximum: 1 }),
  nonMonotonicCount: Type.Integer({ minimum: 0 }),
  duplicateCount: Type.Integer({ minimum: 0 }),
  nanCount: Type.Integer({ minimum: 0 }),
  usableShare: Type.Number({ minimum: 0, maximum: 1 }),
  notes: Type.Array(Type.String()),
});

/** Everything one session's recording says, and what it was computed from and by. */
export const SessionResult = closed({
  recording: RecordingSummary,
  inputs: Type.Array(closed({ sha256: Type.String(), format: Type.String(), role: Type.String() })),
  context: SessionContext,
  algorithm: closed({
    name: Type.String(),
    version: Type.String(),
    parameters: Type.Record(Type.String(), Type.Unknown()),
  }),
  quality: QualityReport,
  segments: Type.Array(Segment),
  reins: Type.Array(ReinSegment),
  transitions: Type.Array(Transition),
  jumps: Type.Array(Jump),
  asFound: nullable(
    closed(
      { segments: Type.Array(Segment), jumps: Type.Array(Jump) },
      { description: 'What was found before it was corrected by hand; null where nothing was' },
    ),
  ),
  symmetryPhases: Type.Array(SymmetryPhase),
  metrics: Metrics,
});
export type SessionResult = Static<typeof SessionResult>;
