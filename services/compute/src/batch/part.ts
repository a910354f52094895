/** One file of a batch, to be read to its end before the next one is asked for. */
export interface Part {
  readonly file: string;
  /** What is said of this file alone, as JSON; null where nothing is. */
  readonly said: string | null;
  /** Whoever stops in the middle may go on later. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** The batch itself cannot be read any further. The message is a sentence for people. */
export class BatchBroken extends Error {
  override readonly name = 'BatchBroken';
}

/** Libraries say with plain errors what is wrong with what they read; an error of a kind of its own means something else. */
export function brokenOr(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'Error' || 'code' in error) return error;
  const why = error.message.replace(/\.$/, '');
  return new BatchBroken(`It is damaged, or no tar and no form: ${why}.`, { cause: error });
}

/** The same items. To leave a loop over them does not end their source. */
export function keptOpen<T>(items: AsyncIterable<T>): AsyncIterable<T> {
  const source = items[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}
