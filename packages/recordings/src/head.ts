/** Bytes looked at before a decoder is chosen; also the longest line of a text that is read. */
export const HEAD_BYTES = 65_536;

/** The beginning of a stream, and everything from its start again. */
interface Head {
  readonly bytes: Uint8Array;
  /** True when the head is all there is. */
  readonly complete: boolean;
  /** The whole stream, the head first; may be read once. */
  readonly all: AsyncIterable<Uint8Array>;
  /** Closes the stream if it was not read to its end. */
  readonly close: () => Promise<void>;
}

function joinBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Reads at least 64 kB of the stream, or all of a shorter one. */
export async function readHead(source: AsyncIterable<Uint8Array>): Promise<Head> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let complete = false;
  while (length < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) {
      complete = true;
      break;
    }
    // A source may reuse the memory of a chunk once the next one is asked for.
    chunks.push(next.value.slice());
    length += next.value.length;
  }
  const bytes = chunks.length === 1 ? chunks[0]! : joinBytes(chunks, length);
  async function close(): Promise<void> {
    if (complete) return;
    complete = true;
    await iterator.return?.();
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield bytes;
    while (!complete) {
      const next = await iterator.next();
      if (next.done) complete = true;
      else yield next.value;
    }
  }
  return { bytes, complete, all: all(), close };
}
