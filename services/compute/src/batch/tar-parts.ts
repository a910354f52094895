import { createTarDecoder } from 'modern-tar';
import { BatchBroken, brokenOr, keptOpen, type Part } from './part.ts';

/** The files of a tar archive as they come. What is no file, and what macOS adds beside each, is passed over. */
export async function* tarParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  let entries = 0;
  try {
    const decoder = createTarDecoder({ strict: true });
    const archive = ReadableStream.from(bytes) as ReadableStream<Uint8Array<ArrayBuffer>>;
    for await (const { header, body } of archive.pipeThrough(decoder)) {
      entries += 1;
      const isRecording = (header.type ?? 'file') === 'file' && !/(^|\/)\._[^/]*$/.test(header.name);
      if (isRecording) yield { file: header.name, said: null, body: keptOpen(body) };
      else await body.cancel();
    }
  } catch (error) {
    throw brokenOr(error);
  }
  if (entries === 0) throw new BatchBroken('There is no file in the archive.');
}
