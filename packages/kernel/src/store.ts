import type { Dispatcher } from 'undici';

/** Where the data lies that references in an input stand for. */
export interface Store {
  /** The same for everybody who reaches the same data. */
  readonly id: string;
  open(reference: string, signal: AbortSignal): Promise<{ readonly bytes: number; readonly body: AsyncIterable<Uint8Array> }>;
}

/** Gives a provider that does not reach the store what a reference stands for, as a stream. Nothing, where it has it already. */
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
  const { bytes, body } = await store.open(reference, signal);
  const sent = await connections.request({
    path,
    method: 'PUT',
    headers: { ...headers, 'content-length': `${bytes}`, 'content-type': 'application/octet-stream' },
    body: ReadableStream.from(body) as never,
    signal,
  });
  const told = await sent.body.text();
  if (sent.statusCode >= 300) throw new Error(`what ${reference} stands for was not taken: ${sent.statusCode} ${told}`);
}
