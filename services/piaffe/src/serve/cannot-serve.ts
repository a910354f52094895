import { Failure, Unavailable } from '@piaffe/kernel';
import { StorageProblem, type StorageProblemCode } from '@piaffe/storage';
import { exitCodes } from '../exit-codes.ts';
import { harmless } from '../harmless.ts';
import type { Serving } from './serving-file.ts';

/** Why there is no server: the message is one line that says what to do, `exitCode` what the program ends with. */
export class CannotServe extends Error {
  override readonly name = 'CannotServe';
  readonly exitCode: number;

  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(harmless(message.replace(/\s*\n\s*/g, ' ')), options);
    this.exitCode = exitCode;
  }
}

/** A data folder that is as it should not be; the others may come right without anybody touching it. */
const damaged: readonly StorageProblemCode[] = ['newer', 'outdated', 'damaged', 'not-a-folder'];

/**
 * What a start failed with, as `CannotServe` where whoever runs the server can do something; any other as it is.
 * `other` is the server that has the folder, where it left word.
 */
export function whyNotServed(error: unknown, other: Serving | null = null): unknown {
  if (error instanceof StorageProblem) {
    const exitCode = damaged.includes(error.code) ? exitCodes.inputRejected : exitCodes.notAvailable;
    const where = error.code === 'in-use' && other !== null ? ` It serves ${other.url}` : '';
    return new CannotServe(error.message + where, exitCode, { cause: error });
  }
  if (error instanceof Unavailable || error instanceof Failure) {
    return new CannotServe(error.message, exitCodes.notAvailable, { cause: error });
  }
  return error;
}
