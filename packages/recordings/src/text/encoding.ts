/** UTF-16 that a byte-order mark or the zeros between Latin letters give away; null for anything else. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length >> 1, 512);
  let low = 0;
  let high = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0 && head[2 * i + 1] !== 0) high++;
    if (head[2 * i] !== 0 && head[2 * i + 1] === 0) low++;
  }
  if (pairs < 8) return null;
  return low > pairs * 0.9 ? 'utf-16le' : high > pairs * 0.9 ? 'utf-16be' : null;
}

/** The same text in UTF-8. */
export async function* toUtf8(
  stream: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of stream) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
