import { setTimeout as sleep } from 'node:timers/promises';
import { createTarDecoder } from 'modern-tar';
import { BatchBroken, brokenOr, keptOpen, type Part } from './part.ts';

const pollMs = 5;

/** The files of a tar archive as they come. What is no file, and what macOS adds beside each, is passed over. */
export async function* tarParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  let reading = 0;
  async function* counted<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    const source = items[Symbol.asyncIterator]();
    for (;;) {
      reading += 1;
      const next = await source.next().finally(() => {
        reading -= 1;
      });
      if (next.done) return;
      yield next.value;
    }
  }
  /** A decoder that meets the end too soon forgets the files it has not given yet: so they are all taken first. */
  async function* withLateEnd() {
    yield* bytes;
    while (reading === 0) await sleep(pollMs);
  }
  let entries = 0;
  try {
    const decoder = createTarDecoder({ strict: true });
    const archive = ReadableStream.from(withLateEnd()) as ReadableStream<Uint8Array<ArrayBuffer>>;
    for await (const { header, body } of counted(archive.pipeThrough(decoder))) {
      entries += 1;
      const isRecording = (header.type ?? 'file') === 'file' && !/(^|\/)\._[^/]*$/.test(header.name);
      if (isRecording) yield { file: header.name, said: null, body: keptOpen(counted(body)) };
      else await body.cancel();
    }
  } catch (error) {
    throw brokenOr(error);
  }
  if (entries === 0) throw new BatchBroken('There is no file in the archive.');
}
