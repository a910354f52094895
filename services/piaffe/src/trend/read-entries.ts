import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Entry, entryWithout, parseEntries } from '@piaffe/results';
import { openLocalFile } from '../local-files.ts';

/** The results in files, in the order given. Rejects only when `signal` is aborted. */
export async function readEntries(files: readonly string[], signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const file of files) for (const entry of await entriesOf(file, signal)) entries.push(entry);
  return entries;
}

async function entriesOf(file: string, signal: AbortSignal): Promise<readonly Entry[]> {
  try {
    return parseEntries(file, await text(Readable.from(openLocalFile(file, signal))));
  } catch (error) {
    signal.throwIfAborted();
    return [entryWithout(file, 'unreadable', error instanceof Error ? error.message : String(error))];
  }
}
