import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openLocalFile } from '../local-files.ts';
import type { Refused } from './past-result.ts';

/** One thing that a file holds: a JSON value, or what could not be read as one. */
export interface Entry {
  readonly file: string;
  readonly entry: number | null;
  readonly value: unknown;
  readonly problem: Refused['problem'] | null;
}

/** The results in a file: one JSON object, an array of them, or lines of either. Rejects only when `signal` is aborted. */
export async function readEntries(file: string, signal: AbortSignal): Promise<Entry[]> {
  const whole = (code: string, detail: string): Entry[] => [
    { file, entry: null, value: null, problem: { code, detail } },
  ];
  let content: string;
  try {
    content = await text(Readable.from(openLocalFile(file, signal)));
  } catch (error) {
    signal.throwIfAborted();
    return whole('unreadable', error instanceof Error ? error.message : String(error));
  }
  const parts = partsOf(content);
  if (parts.length === 0)
    return whole('empty', 'There is nothing in it: name what "piaffe analyse --json" printed.');
  if (parts.every((part) => part === notJson)) {
    return whole('not-json', 'This is no JSON: name what "piaffe analyse --json" printed.');
  }
  return parts.map((value, index) => ({
    file,
    entry: index + 1,
    value: value === notJson ? null : value,
    problem:
      value === notJson
        ? { code: 'not-json', detail: 'This line is no JSON; it may have been cut off.' }
        : null,
  }));
}

const notJson = Symbol('not JSON');

function partsOf(content: string): unknown[] {
  const whole = parsed(content);
  if (whole !== notJson) return [whole].flat();
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(parsed);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return notJson;
  }
}
