import { type Static, type TOptional, type TSchema, type TString, Type } from 'typebox';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Mount = Type.Enum(['girth', 'saddle', 'withers', 'phone'], {
  description: 'Where the sensor sat',
});
export type Mount = Static<typeof Mount>;

/** What the rider says about the session; nothing of it is derived from the recording. */
export const SessionContext = Type.Object(
  {
    horse: nullable(Type.String()),
    type: nullable(Type.String()),
    surface: nullable(Type.String()),
    rider: nullable(Type.String()),
    mount: nullable(Mount),
  },
  { additionalProperties: false },
);
export type SessionContext = Static<typeof SessionContext>;

const channels = ['t', 'ax', 'ay', 'az', 'gx', 'gy', 'gz'] as const;

/** What may be said about the file when the decoder's own findings are wrong. */
export const DecodeParameters = Type.Object(
  {
    invert: Type.Boolean({ description: 'Negate the acceleration: the device uses the opposite sign' }),
    startedAt: nullable(Type.String({ description: 'ISO 8601 with offset; wins over what the file says' })),
    columns: Type.Object(
      Object.fromEntries(channels.map((channel) => [channel, Type.Optional(Type.String())])) as Record<
        (typeof channels)[number],
        TOptional<TString>
      >,
      { additionalProperties: false, description: 'Channel to the name of its column in the file' },
    ),
    units: Type.Object(
      {
        time: Type.Optional(Type.Enum(['s', 'ms', 'us', 'ns', 'iso'])),
        acc: Type.Optional(Type.Enum(['g', 'mg', 'm/s2', 'counts'])),
        gyro: Type.Optional(Type.Enum(['deg/s', 'rad/s', 'counts'])),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type DecodeParameters = Static<typeof DecodeParameters>;

export const AggregateInput = Type.Object(
  {
    inputs: Type.Array(
      Type.Object(
        {
          reference: Type.String({ description: 'What the store knows the file by; the bytes stay there' }),
          role: Type.Literal('motion'),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 1 },
    ),
    context: SessionContext,
    parameters: DecodeParameters,
  },
  { additionalProperties: false },
);
export type AggregateInput = Static<typeof AggregateInput>;

/** Declared failures, by code. `problem` is the decoder's own stable code; `detail` a sentence for people. */
export const AggregateErrors = {
  'recording-rejected': Type.Object({ problem: Type.String(), detail: Type.String() }),
  'recording-unreadable': Type.Object({ detail: Type.String() }),
};
