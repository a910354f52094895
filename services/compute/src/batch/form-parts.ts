import { Readable, type Writable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { BatchBroken, brokenOr, keptOpen, type Part } from './part.ts';

/** What is said of a file is in a field of this name before it. */
const saidName = 'parameters';
const longestSaid = 64 * 1024;

/** The files of a form (multipart/form-data) as they come. */
export async function* formParts(
  bytes: AsyncIterable<Uint8Array>,
  headers: BusboyHeaders,
): AsyncGenerator<Part> {
  const waiting: Part[] = [];
  let wake = () => {};
  let ended = false;
  let failure: unknown = null;
  let said: string | null = null;
  const form = formReader(headers);
  form.on('field', (name: string, value: string) => {
    if (name === saidName) said = value;
  });
  form.on('file', (_name: string, body: BusboyFileStream, file: string | undefined) => {
    waiting.push({ file: file ?? 'recording', said, body: keptOpen(body) });
    said = null;
    wake();
  });
  const end = (error: unknown = null) => {
    failure ??= error;
    ended = true;
    wake();
  };
  form.on('finish', () => end());
  form.on('error', end);
  const source = Readable.from(bytes, { objectMode: false });
  source.on('error', end);
  source.pipe(form as unknown as Writable);
  try {
    let files = 0;
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) {
        files += 1;
        yield next;
      } else if (failure !== null) throw brokenOr(failure);
      else if (ended) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    if (files === 0) throw new BatchBroken('There is no file in the form.');
  } finally {
    source.destroy();
  }
}

function formReader(headers: BusboyHeaders): BusboyInstance {
  try {
    return new Busboy({ headers, limits: { fieldSize: longestSaid, fields: 100_000 } });
  } catch (error) {
    throw brokenOr(error);
  }
}
