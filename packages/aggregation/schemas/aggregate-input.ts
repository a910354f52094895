import { closed, nullable } from '@piaffe/kernel';
import { type Static, type TOptional, type TString, Type } from 'typebox';
import { Gait } from './gait.ts';

export const mountNames = ['girth', 'saddle', 'withers', 'phone'] as const;
export const Mount = Type.Enum(mountNames, { description: 'Where the sensor sat' });
export type Mount = Static<typeof Mount>;

/** What the rider says about the session; nothing of it is derived from the recording. */
export const SessionContext = closed({
  horse: nullable(Type.String()),
  type: nullable(Type.String()),
  surface: nullable(Type.String()),
  rider: nullable(Type.String()),
  mount: nullable(Mount),
});
export type SessionContext = Static<typeof SessionContext>;

export const channelNames = ['t', 'ax', 'ay', 'az', 'gx', 'gy', 'gz'] as const;

/** The units a file's time, acceleration and angular rate may be in. */
export const unitNames = {
  time: ['s', 'ms', 'us', 'ns', 'iso'],
  acc: ['g', 'mg', 'm/s2', 'counts'],
  gyro: ['deg/s', 'rad/s', 'mdps', 'counts'],
} as const;

/** What may be said about the file when the decoder's own findings are wrong. */
export const DecodeParameters = closed({
  invert: Type.Boolean({ description: 'Negate the acceleration: the device uses the opposite sign' }),
  columns: closed(
    Object.fromEntries(channelNames.map((channel) => [channel, Type.Optional(Type.String())])) as Record<
      (typeof channelNames)[number],
      TOptional<TString>
    >,
    { description: 'Channel to the name of its column in the file' },
  ),
  units: closed({
    time: Type.Optional(Type.Enum(unitNames.time)),
    acc: Type.Optional(Type.Enum(unitNames.acc)),
    gyro: Type.Optional(Type.Enum(unitNames.gyro)),
  }),
});
export type DecodeParameters = Static<typeof DecodeParameters>;

const seconds = Type.Number({ minimum: 0 });

/** What is known better than it was computed: gaits of stretches, and jumps that were missed or were none. */
export const Corrections = closed(
  {
    segments: Type.Array(closed({ gait: Gait, from: seconds, to: seconds }), { maxItems: 1000 }),
    jumps: closed({
      added: Type.Array(seconds, { maxItems: 500 }),
      removed: Type.Array(seconds, {
        maxItems: 500,
        description: 'Each takes away the jump nearest to it, within 2 s',
      }),
    }),
  },
  { description: 'In s from the first sample of the ride, as if it were not trimmed' },
);
export type Corrections = Static<typeof Corrections>;

/** Date, time and offset after ISO 8601; seconds may be left out. */
const instant = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})$';

export const AggregateInput = closed({
  inputs: Type.Array(
    closed({
      reference: Type.String({ description: 'What the store knows the file by; the bytes stay there' }),
      role: Type.Enum(['motion', 'companion'], {
        description:
          'companion: heart rate or position recorded beside it, brought together on absolute time; what it holds of motion is not used',
      }),
      startedAt: nullable(
        Type.String({
          pattern: instant,
          description: 'ISO 8601 with offset; wins over what the file says',
        }),
      ),
    }),
    { minItems: 1, maxItems: 16, description: 'Recordings of one ride; their starts put them in order' },
  ),
  context: SessionContext,
  parameters: closed({
    ...DecodeParameters.properties,
    trim: nullable(
      closed({ from: seconds, to: seconds }, { description: 'Only this part, in s from the first sample' }),
    ),
    corrections: nullable(Corrections),
  }),
});
export type AggregateInput = Static<typeof AggregateInput>;

/** Declared failures, by code. `problem` is the decoder's own stable code; `detail` a sentence for people. */
export const AggregateErrors = {
  'recording-rejected': Type.Object({ problem: Type.String(), detail: Type.String() }),
  'recording-unreadable': Type.Object({ detail: Type.String() }),
  'recordings-not-mergeable': Type.Object({ detail: Type.String() }),
  'trim-not-valid': Type.Object({ detail: Type.String() }),
  'corrections-not-valid': Type.Object({ detail: Type.String() }),
};
