import { HEAD_BYTES } from '../head.ts';
import { type Separator, splitCells } from './table.ts';

/**
 * The rows of a small table as cells, one after the other, blank lines left out: for tables of a row a second, or of
 * words. A row longer than 64 kB is cut there.
 */
export async function* readCells(
  stream: AsyncIterable<Uint8Array>,
  separator: Separator,
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n/);
    rest = lines.pop()!.slice(0, HEAD_BYTES);
    for (const line of lines) if (line.trim() !== '') yield splitCells(line, separator);
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield splitCells(rest.replace(/^\ufeff/, ''), separator);
}

/** The number in a cell, with a point or a comma before the decimals; NaN for anything else. */
export function numberIn(cell: string | undefined): number {
  const text = (cell ?? '').replace(',', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
