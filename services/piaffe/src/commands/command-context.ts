import type { Environment } from '../environment.ts';

/** What a command is given by the program that runs it. */
export interface CommandContext {
  readonly environment: Environment;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborted when the user interrupts the program or nobody reads its output any more. */
  readonly signal: AbortSignal;
  /** Tells the exit code, once the command is done. */
  finish(exitCode: number): void;
}
