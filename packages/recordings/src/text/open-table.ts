import { HEAD_BYTES, readHead } from '../head.ts';
import { RecordingRejected } from '../rejection.ts';
import { toUtf8, utf16Of } from './encoding.ts';
import { findTable, type Table } from './table.ts';

/** A text whose table was found in its first 64 kB; `all` may be read once. */
export interface OpenTable {
  readonly table: Table;
  readonly all: AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

/**
 * Finds the table of a text that is known to be one.
 * @throws RecordingRejected
 */
export async function openTable(stream: AsyncIterable<Uint8Array>): Promise<OpenTable> {
  const file = await readHead(stream);
  const encoding = utf16Of(file.bytes);
  const text = encoding ? await readHead(toUtf8(file.all, encoding)) : file;
  if (text.bytes.length === 0) throw new RecordingRejected('empty-file', 'The file has no bytes.');
  const head = text.bytes.subarray(0, HEAD_BYTES);
  const table = findTable(head, text.complete && text.bytes.length <= HEAD_BYTES);
  return { table, all: text.all, close: file.close };
}
