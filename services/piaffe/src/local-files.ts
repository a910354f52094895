import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The name that stands for standard input. */
const standardInput = '-';

const chunkBytes = 256 * 1024;

/**
 * The bytes of a file of this machine, in chunks, until `signal` is aborted. Throws an Error whose message is a sentence
 * for people.
 */
export async function* openLocalFile(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream =
    path === standardInput ? process.stdin : createReadStream(path, { highWaterMark: chunkBytes });
  try {
    const chunks = stream[Symbol.asyncIterator]();
    while (true) {
      const next = await unlessAborted(chunks.next(), signal);
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    throw new Error(whyUnreadable(error), { cause: error });
  } finally {
    stream.destroy();
  }
}

/** A pipe that nobody writes to cannot even be closed: once `signal` is aborted, what it may give is not waited for. */
function unlessAborted<T>(promised: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    promised.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Size in bytes; null for standard input and whatever else has none. */
export async function sizeOfLocalFile(path: string): Promise<number | null> {
  if (path === standardInput) return null;
  const { size } = await stat(path);
  return size > 0 ? size : null;
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file: check the name and the folder.',
  EISDIR: 'This is a folder: name the files in it.',
  ENOTDIR: 'There is no such file: a part of its path is not a folder.',
  EACCES: 'Reading it is not permitted: change its permissions or copy it.',
  EPERM: 'Reading it is not permitted: change its permissions or copy it.',
  EMFILE: 'Too many files are open on this system.',
  EIO: 'The disk or the network reported an error while reading.',
};

function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return sentences[code ?? ''] ?? `The system could not read it: ${message}.`;
}
