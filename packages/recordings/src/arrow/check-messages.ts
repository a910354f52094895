import { MOST_ROWS } from '../text/read-table.ts';

/** Bytes that are no Arrow stream; `message` says why. */
export class BrokenArrow extends Error {}

/** Fields and pairs of metadata that all messages together may have, counted as often as they are led to. */
const MOST_PARTS = 20_000;
/** Values of one column of one batch; lists have more than their batch has rows. */
const MOST_VALUES = 2 ** 27;
const CONTINUATION = 0xffff_ffff;
/** Length of the table of contents, and the mark. */
const END_BYTES = 10;
const BLOCK_BYTES = 24;
const HEADER = { schema: 1, dictionaryBatch: 2, recordBatch: 3 } as const;

/**
 * Follows what the messages of an Arrow IPC stream say of their parts, before the library does: it believes every count,
 * and a damaged one has it make objects until there is no memory left.
 * @throws BrokenArrow
 */
export function checkMessages(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const budget = { parts: MOST_PARTS };
  for (let at = 0; at + 8 <= bytes.length; ) {
    let length = view.getUint32(at, true);
    at += 4;
    if (length === CONTINUATION) {
      length = view.getUint32(at, true);
      at += 4;
    }
    if (length === 0 || at + length > bytes.length) return;
    try {
      at += length + checkMessage(new DataView(bytes.buffer, bytes.byteOffset + at, length), budget);
    } catch (error) {
      throw error instanceof RangeError ? new BrokenArrow('a message leads out of itself') : error;
    }
  }
}

/**
 * The same of a file, whose table of contents at its end says where the messages are.
 * @returns false when there is no such table, as at the end of a file that breaks off
 * @throws BrokenArrow
 */
export function checkFile(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_BYTES;
  const length = end > 0 && isMark(bytes.subarray(end + 4)) ? view.getInt32(end, true) : 0;
  if (length <= 0 || length > end) return false;
  const budget = { parts: MOST_PARTS };
  try {
    const footer = new DataView(bytes.buffer, bytes.byteOffset + end - length, length);
    const contents = { view: footer, at: follow(footer, 0) };
    const schema = tableIn(contents, 1);
    if (!schema) throw new BrokenArrow('it has no schema');
    checkSchema(schema, budget);
    spend(budget, listIn(contents, 4, 4).length);
    for (const field of [2, 3]) {
      const blocks = listIn(contents, field, BLOCK_BYTES);
      for (let i = 0; i < blocks.length; i++) {
        const block = blocks.from + BLOCK_BYTES * i;
        const at = Number(footer.getBigInt64(block, true));
        const size = footer.getInt32(block + 8, true);
        // Before the message stand the continuation mark and its length.
        const prefix = view.getUint32(at, true) === CONTINUATION ? 8 : 4;
        checkMessage(new DataView(bytes.buffer, bytes.byteOffset + at + prefix, size - prefix), budget);
      }
    }
  } catch (error) {
    throw error instanceof RangeError ? new BrokenArrow('its contents lead out of it') : error;
  }
  return true;
}

/** True for the mark that an Arrow file begins and ends with. */
export function isMark(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 6)) === 'ARROW1';
}

/** A table of the FlatBuffers format, whose fields are found through its list of offsets. */
interface FlatTable {
  readonly view: DataView;
  readonly at: number;
}

type Budget = { parts: number };

/** Where a field lies; 0 when the table lacks it. */
function fieldAt({ view, at }: FlatTable, field: number): number {
  const offsets = at - view.getInt32(at, true);
  const place = 4 + 2 * field;
  const offset = place < view.getUint16(offsets, true) ? view.getUint16(offsets + place, true) : 0;
  return offset === 0 ? 0 : at + offset;
}

function follow(view: DataView, at: number): number {
  return at + view.getUint32(at, true);
}

function tableIn(table: FlatTable, field: number): FlatTable | null {
  const at = fieldAt(table, field);
  return at === 0 ? null : { view: table.view, at: follow(table.view, at) };
}

/** Beginning and length of a list of `size` bytes an element, which has to be there. */
function listIn(table: FlatTable, field: number, size: number): { from: number; length: number } {
  const at = fieldAt(table, field);
  if (at === 0) return { from: 0, length: 0 };
  const list = follow(table.view, at);
  const length = table.view.getUint32(list, true);
  if (list + 4 + length * size > table.view.byteLength)
    throw new BrokenArrow('a list is longer than its message');
  return { from: list + 4, length };
}

function spend(budget: Budget, parts: number): void {
  budget.parts -= parts;
  if (budget.parts < 0) throw new BrokenArrow(`more than ${MOST_PARTS} fields and metadata`);
}

/** Checks one message; returns the bytes of its body. */
function checkMessage(view: DataView, budget: Budget): number {
  const message = { view, at: follow(view, 0) };
  spend(budget, 1 + listIn(message, 4, 4).length);
  const typeAt = fieldAt(message, 1);
  const type = typeAt === 0 ? 0 : view.getUint8(typeAt);
  const header = tableIn(message, 2);
  if (header && type === HEADER.schema) checkSchema(header, budget);
  if (header && type === HEADER.recordBatch) checkBatch(header, budget, MOST_ROWS);
  const inner = header && type === HEADER.dictionaryBatch ? tableIn(header, 1) : null;
  if (inner) checkBatch(inner, budget, MOST_VALUES);
  const bodyAt = fieldAt(message, 3);
  const body = bodyAt === 0 ? 0 : Number(view.getBigInt64(bodyAt, true));
  if (body < 0) throw new BrokenArrow('a body of negative length');
  return body;
}

function checkSchema(schema: FlatTable, budget: Budget): void {
  spend(budget, listIn(schema, 2, 4).length);
  checkFields(schema, 1, budget);
}

function checkFields(parent: FlatTable, list: number, budget: Budget): void {
  const { view } = parent;
  const { from, length } = listIn(parent, list, 4);
  spend(budget, length);
  for (let i = 0; i < length; i++) {
    const field = { view, at: follow(view, from + 4 * i) };
    spend(budget, listIn(field, 6, 4).length);
    checkFields(field, 5, budget);
  }
}

function checkBatch(batch: FlatTable, budget: Budget, most: number): void {
  const { view } = batch;
  const rowsAt = fieldAt(batch, 0);
  if (rowsAt > 0) checkCount(view.getBigInt64(rowsAt, true), most);
  const nodes = listIn(batch, 1, 16);
  spend(budget, nodes.length + listIn(batch, 2, 16).length + listIn(batch, 4, 8).length);
  for (let i = 0; i < nodes.length; i++) checkCount(view.getBigInt64(nodes.from + 16 * i, true), MOST_VALUES);
}

function checkCount(count: bigint, most: number): void {
  if (count < 0n || count > BigInt(most)) throw new BrokenArrow(`a batch of ${count} rows`);
}
