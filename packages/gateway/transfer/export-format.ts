import { Corrections, Mount } from '@piaffe/aggregation/contract';
import { nullable } from '@piaffe/kernel';
import { Trim } from '@piaffe/sessions/contract';
import { HorseEvent, HorseProfile } from '@piaffe/stable/contract';
import { type Static, Type } from 'typebox';

/** Rises when an older Piaffe could not read it any more. What is only added leaves it. */
export const formatVersion = 1;
export const formatName = 'piaffe-export';

export const places = {
  about: 'export.json',
  horses: 'horses.json',
  riders: 'riders.json',
  events: 'events.json',
  sessions: 'sessions.json',
  recording: (sha256: string) => `recordings/${sha256}`,
  result: (session: string) => `results/${session}.json`,
} as const;

/** Open objects: a later Piaffe may say more. */
const open = Type.Object;
const text = Type.String();
const Ref = Type.String({ minLength: 1, maxLength: 100, description: 'An id within the export' });

export const About = open({ format: Type.Literal(formatName), version: Type.Integer({ minimum: 1 }) });

export const ExportedHorse = open({
  id: Ref,
  ...HorseProfile.properties,
  archived: Type.Boolean(),
  demo: Type.Boolean(),
});
export type ExportedHorse = Static<typeof ExportedHorse>;

export const ExportedRider = open({ id: Ref, name: text, archived: Type.Boolean() });
export type ExportedRider = Static<typeof ExportedRider>;

const { at, kind, text: eventText } = HorseEvent.properties;
export const ExportedEvent = open({ horse: Ref, at, kind, text: eventText });
export type ExportedEvent = Static<typeof ExportedEvent>;

export const ExportedRecording = open({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  name: text,
  startedAt: nullable(Type.String({ description: 'As it is said now; null where the file says it itself' })),
  role: Type.Enum(['motion', 'companion']),
});
export type ExportedRecording = Static<typeof ExportedRecording>;

/** A ride: what people said about it, and which files it is made of. */
export const ExportedSession = open({
  id: Ref,
  horse: Ref,
  startedAt: nullable(text),
  context: open({
    type: nullable(text),
    surface: nullable(text),
    rider: nullable(Ref),
    mount: nullable(Mount),
  }),
  recordings: Type.Array(ExportedRecording, { minItems: 1, maxItems: 100 }),
  trim: nullable(Trim),
  corrections: nullable(Corrections),
  notes: Type.Array(open({ at: nullable(Type.Number()), text }), { maxItems: 10_000 }),
});
export type ExportedSession = Static<typeof ExportedSession>;
