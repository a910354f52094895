import { Failure, InvalidInput, Unavailable } from '@piaffe/kernel';
import { exitCodes } from '../exit-codes.ts';
import { InputNotJson } from './given-input.ts';

/** After RFC 9457, without a status: there is no HTTP here. */
interface CallProblem {
  readonly type: string;
  readonly code: string;
  readonly detail: string;
  readonly operation: string;
}

/** Why there is no answer, and what the program ends with. */
export function callProblem(
  operation: string,
  error: unknown,
  debug: boolean,
): { readonly problem: CallProblem; readonly exitCode: number } {
  const [code, detail, exitCode] = told(error, debug);
  return { problem: { type: `urn:piaffe:problem:${code}`, code, detail, operation }, exitCode };
}

function told(error: unknown, debug: boolean): readonly [code: string, detail: string, exitCode: number] {
  if (error instanceof InputNotJson) return ['input-not-json', error.message, exitCodes.inputRejected];
  if (error instanceof InvalidInput)
    return ['input-not-valid', `${error.problems.join('; ')}.`, exitCodes.inputRejected];
  if (error instanceof Failure) {
    const { problem } = error.details as { readonly problem?: unknown };
    return [typeof problem === 'string' ? problem : error.code, error.message, exitCodes.inputRejected];
  }
  if (error instanceof Unavailable)
    return [
      error.cause === 'exhausted' ? 'needs-too-much-memory' : 'unavailable',
      error.message,
      exitCodes.ownFault,
    ];
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  return ['unexpected', debug ? stack : message, exitCodes.ownFault];
}
