import type { Refused } from './past-result.ts';

/** One thing that a file holds: a JSON value, or what could not be read as one. */
export interface Entry {
  readonly file: string;
  readonly entry: number | null;
  readonly value: unknown;
  readonly problem: Refused['problem'] | null;
}

/** The results in a text: one JSON object, an array of them, or lines of either. `file` is what the text goes by. */
export function parseEntries(file: string, content: string): Entry[] {
  const parts = partsOf(content);
  if (parts.length === 0)
    return [
      entryWithout(file, 'empty', 'There is nothing in it: name what "piaffe analyse --json" printed.'),
    ];
  if (parts.every((part) => part === notJson))
    return [entryWithout(file, 'not-json', 'This is no JSON: name what "piaffe analyse --json" printed.')];
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

/** What stands for a whole file that gave nothing. */
export function entryWithout(file: string, code: string, detail: string): Entry {
  return { file, entry: null, value: null, problem: { code, detail } };
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
