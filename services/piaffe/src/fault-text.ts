import type { Environment } from './environment.ts';
import { harmless, harmlessLines } from './harmless.ts';

/** One line about an error that is our own fault; the stack, with its causes, when the environment asks to debug. */
export function faultText(error: unknown, environment: Environment): string {
  // What went wrong as things were taken down comes of what went wrong before.
  if (error instanceof SuppressedError) return faultText(error.suppressed, environment);
  const message = error instanceof Error ? error.message : String(error);
  if (!environment.debug) {
    return `piaffe: internal error: ${harmless(message)} (set PIAFFE_DEBUG=1 to see where)\n`;
  }
  return `piaffe: internal error: ${harmlessLines(stackWithCauses(error))}\n`;
}

function stackWithCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : `${stack}\ncaused by ${stackWithCauses(error.cause)}`;
}
