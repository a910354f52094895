import type { Files } from '../compose/aggregation.ts';
import { openLocalFile, sizeOfLocalFile } from '../local-files.ts';

/** What standard input holds: a JSON value, or a recording, which is read as it is needed. */
export type GivenInput =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'recording'; readonly bytes: AsyncIterable<Uint8Array> };

/** The input is neither JSON nor anything else that the operation takes. */
export class InputNotJson extends Error {
  override readonly name = 'InputNotJson';
}

/** No input of an operation is larger; a recording may be. */
const longestJson = 64 * 1024 * 1024;

/** Looks at as much of standard input as tells what it is. Nothing at all is the input without anything in it. */
export async function givenInput(mayBeRecording: boolean, signal: AbortSignal): Promise<GivenInput> {
  const chunks = openLocalFile('-', signal);
  const read: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    bytes += next.value.byteLength;
    if (mayBeRecording && !looksLikeObject(read[0]!))
      return { kind: 'recording', bytes: together(read, chunks) };
    if (bytes > longestJson) {
      if (mayBeRecording) return { kind: 'recording', bytes: together(read, chunks) };
      throw new InputNotJson(
        `Standard input is longer than the ${longestJson} bytes that JSON may have here.`,
      );
    }
  }
  const text = Buffer.concat(read).toString();
  const value = text.trim() === '' ? {} : parsed(text);
  if (mayBeRecording && !hasInputs(value)) return { kind: 'recording', bytes: together(read, chunks) };
  if (value === undefined) throw new InputNotJson('Standard input is no JSON.');
  return { kind: 'json', value };
}

/** The files that an input may refer to: those of this machine and, as `-`, the recording on standard input. */
export function filesFor(given: GivenInput, signal: AbortSignal): Files {
  return {
    size: sizeOfLocalFile,
    open: (reference) =>
      reference === '-' && given.kind === 'recording' ? given.bytes : openLocalFile(reference, signal),
  };
}

async function* together(read: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* read;
  yield* rest;
}

/** Whether it begins as a JSON object does. Some recordings do, too. */
function looksLikeObject(first: Uint8Array): boolean {
  return /^\uFEFF?\s*(\{|$)/.test(Buffer.from(first.subarray(0, 256)).toString());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const hasInputs = (value: unknown) => typeof value === 'object' && value !== null && 'inputs' in value;
