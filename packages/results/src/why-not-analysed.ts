import { aggregationContract } from '@piaffe/aggregation/contract';
import { isFailureOf } from '@piaffe/kernel';
import type { RejectedLine } from './analysis-line.ts';

/** What a failure is called in a line, where it has another name there. */
const codes: Readonly<Record<string, string>> = { 'recording-unreadable': 'unreadable' };

/** What a line says of a recording that aggregation refused; null where the recording is not to blame. */
export function whyNotAnalysed(error: unknown): RejectedLine['problem'] | null {
  if (!isFailureOf(aggregationContract.operations.aggregate, error)) return null;
  const { code, details } = error;
  return { code: 'problem' in details ? details.problem : (codes[code] ?? code), detail: details.detail };
}
