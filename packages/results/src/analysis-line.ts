import { SessionResult } from '@piaffe/aggregation/contract';
import { type Static, Type } from 'typebox';

const file = Type.String({ description: 'The file as it was named on the command line' });

const Problem = Type.Object(
  {
    code: Type.String({ description: 'Stable: a program may decide by it' }),
    detail: Type.String({ description: 'A sentence for people: what is wrong, where, what would help' }),
  },
  { additionalProperties: false, description: 'Why the file was not analysed' },
);

const AnalysedLine = Type.Object(
  { file, status: Type.Literal('analysed'), problem: Type.Null(), ...SessionResult.properties },
  { additionalProperties: false, description: 'A file that was analysed' },
);
export type AnalysedLine = Static<typeof AnalysedLine>;

const nothing = Type.Null();
const RejectedLine = Type.Object(
  {
    file,
    status: Type.Literal('rejected'),
    problem: Problem,
    recording: nothing,
    inputs: nothing,
    context: nothing,
    algorithm: nothing,
    quality: nothing,
    segments: nothing,
    reins: nothing,
    transitions: nothing,
    jumps: nothing,
    asFound: nothing,
    symmetryPhases: nothing,
    metrics: nothing,
  },
  {
    additionalProperties: false,
    description: 'A file that could not be read or used; the keys are the same',
  },
);
export type RejectedLine = Static<typeof RejectedLine>;

/** What `piaffe analyse --json` prints: one such object per file, each on its own line, in argument order. */
export const AnalysisLine = Type.Union([AnalysedLine, RejectedLine]);
export type AnalysisLine = AnalysedLine | RejectedLine;

export function analysedLine(file: string, result: SessionResult): AnalysedLine {
  return { file, status: 'analysed', problem: null, ...result };
}

export function rejectedLine(file: string, code: string, detail: string): RejectedLine {
  return {
    file,
    status: 'rejected',
    problem: { code, detail },
    recording: null,
    inputs: null,
    context: null,
    algorithm: null,
    quality: null,
    segments: null,
    reins: null,
    transitions: null,
    jumps: null,
    asFound: null,
    symmetryPhases: null,
    metrics: null,
  };
}
