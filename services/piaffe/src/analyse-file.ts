import type { AggregateInput, aggregationContract, DisplaySeries } from '@piaffe/aggregation/contract';
import type { Call, Client } from '@piaffe/kernel';
import {
  type AnalysedLine,
  analysedLine,
  type RejectedLine,
  rejectedLine,
  whyNotAnalysed,
} from '@piaffe/results';

/** What is the same for every file of one command. */
export interface AnalyseSettings extends Pick<AggregateInput, 'context' | 'parameters'> {
  /** ISO 8601 with offset; wins over what a file says. */
  readonly startedAt: string | null;
  /** Files with heart rate or position that were recorded beside it. */
  readonly companions: readonly string[];
}

interface Analysed {
  readonly line: AnalysedLine;
  readonly series: DisplaySeries;
  readonly fault: null;
}

interface NotAnalysed {
  readonly line: RejectedLine;
  readonly series: null;
  /** The error that is our own fault, where the analysis met one. */
  readonly fault: unknown;
}

/** Analyses one file. Whatever is wrong with it becomes a line; only an aborted call rejects. */
export async function analyseFile(
  aggregation: Client<typeof aggregationContract>,
  file: string,
  { startedAt, companions, context, parameters }: AnalyseSettings,
  call: Call,
): Promise<Analysed | NotAnalysed> {
  try {
    const inputs: AggregateInput['inputs'] = [
      { reference: file, role: 'motion', startedAt },
      ...companions.map((reference) => ({ reference, role: 'companion' as const, startedAt: null })),
    ];
    const { result, series } = await aggregation.aggregate({ inputs, context, parameters }, call);
    return { line: analysedLine(file, result), series, fault: null };
  } catch (error) {
    call.signal.throwIfAborted();
    return notAnalysed(file, error);
  }
}

function notAnalysed(file: string, error: unknown): NotAnalysed {
  const problem = whyNotAnalysed(error);
  if (problem !== null)
    return { line: rejectedLine(file, problem.code, problem.detail), series: null, fault: null };
  const detail = `Piaffe itself failed on this file: ${error instanceof Error ? error.message : String(error)}`;
  return { line: rejectedLine(file, 'internal-error', detail), series: null, fault: error };
}
