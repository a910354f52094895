import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '../write-file-whole.ts';

/** What a running server tells the commands beside it. Nothing in it is secret. */
export interface Serving {
  readonly url: string;
  readonly pid: number;
  /** As it was named or its file; and what it calls itself. Missing where the server is an older one. */
  readonly plan?: string;
  readonly planName?: string;
}

const fileIn = (folder: string) => join(folder, 'serving.json');

/** Leaves word in the data folder until it is disposed of. */
export async function leaveWord(
  folder: string,
  serving: Serving,
  signal: AbortSignal,
): Promise<AsyncDisposable> {
  await writeFileWhole(fileIn(folder), [`${JSON.stringify(serving)}\n`], signal, 0o600);
  return { [Symbol.asyncDispose]: () => rm(fileIn(folder), { force: true }) };
}

/** What the server of this folder left; null when there is none, or none any more. */
export async function serverOf(folder: string): Promise<Serving | null> {
  let serving: Serving;
  try {
    serving = JSON.parse(await readFile(fileIn(folder), 'utf8'));
  } catch {
    return null;
  }
  return typeof serving?.url === 'string' && isRunning(serving.pid) ? serving : null;
}

/** A server that was killed could not take its word back. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
