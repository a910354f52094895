import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';

/** Where the data lies that references in an input stand for. */
export interface Store {
  /** The same for everybody who reaches the same data. */
  readonly id: string;
  /** In bytes; null where nobody knows. */
  size(reference: string): Promise<number | null>;
  open(reference: string): AsyncIterable<Uint8Array>;
}

/**
 * Gives a provider that does not reach the store what a reference stands for, as a stream. Nothing, where it has it
 * already.
 */
export async function handOver(
  connections: Dispatcher,
  store: Store,
  reference: string,
  { headers, signal }: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<void> {
  const path = `/blobs/${encodeURIComponent(reference)}`;
  const asked = await connections.request({ path, method: 'HEAD', headers: { ...headers }, signal });
  await asked.body.dump();
  if (asked.statusCode === 200) return;
  const bytes = await store.size(reference);
  const sent = await connections.request({
    path,
    method: 'PUT',
    headers: { ...headers, ...(bytes === null ? {} : { 'content-length': `${bytes}` }) },
    body: Readable.from(store.open(reference)),
    signal,
  });
  const told = await sent.body.text();
  if (sent.statusCode >= 300)
    throw new Error(`what ${reference} stands for was not taken: ${sent.statusCode} ${told}`);
}
