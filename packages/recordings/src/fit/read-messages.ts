import { RecordingRejected } from '../rejection.ts';
import { MOST_ROWS } from '../text/read-table.ts';
import { BASE_TYPES } from './base-types.ts';
import { crc16 } from './crc.ts';

/** One message of a FIT file, valid until the next one is read. */
export interface FitMessage {
  /** Global message number: 20 is a record. */
  readonly number: number;
  /** s, as the file counts them; NaN where the message has none. */
  readonly timestamp: number;
  /** The numbers of a field, NaN for those without a value; empty where the message lacks it. */
  numbers(field: number): readonly number[];
  /** The same of a developer's field. */
  developer(index: number, field: number): readonly number[];
}

interface Field {
  readonly key: number;
  readonly offset: number;
  readonly size: number;
  readonly type: number;
}

/** The shape that a definition message gives to the messages after it. */
interface Definition {
  readonly number: number;
  readonly littleEndian: boolean;
  readonly fields: readonly Field[];
  readonly size: number;
}

const TIMESTAMP = 253;
const FIELD_DESCRIPTION = 206;
/** Of all files in one. */
const MOST_MESSAGES = MOST_ROWS;
/** What is read in one step: a message holds up to a hundred samples. */
const STEP_MESSAGES = 64;
const STEP_BYTES = 2 ** 20;
/** Keys of developers' fields lie above those of the profile. */
const developerKey = (index: number, field: number) => 0x10000 + index * 256 + field;

/**
 * Reads the messages of one FIT file, or of several one after the other, in steps of about a ms, and hands over those with
 * a number in `wanted`. What is read before a fault has been handed over by then.
 * @returns what is wrong, for people; null when nothing is
 * @throws RecordingRejected `too-long`
 */
export function* readMessages(
  bytes: Uint8Array,
  wanted: ReadonlySet<number>,
  take: (message: FitMessage) => void,
): Generator<void, string | null> {
  const messages = { count: 0 };
  let problem: string | null = null;
  let at = 0;
  while (at < bytes.length) {
    const rest = bytes.subarray(at);
    const size = rest[0]!;
    const isHeader = (size === 12 || size === 14) && rest.length >= size && isFit(rest);
    if (!isHeader) return problem ?? 'bytes follow that are no FIT file';
    const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength);
    // A device that lost power leaves zero.
    const told = view.getUint32(4, true);
    const end = Math.min(rest.length, told === 0 ? rest.length : size + told);
    const isWhole = told > 0 && size + told + 2 <= rest.length;
    if (!isWhole) problem ??= 'it breaks off';
    const fault = yield* readOne(rest.subarray(0, end), size, wanted, take, messages);
    if (fault) return problem ?? fault;
    if (isWhole && (yield* sumOf(rest.subarray(0, end))) !== view.getUint16(end, true))
      problem ??= 'its checksum does not match';
    at += end + 2;
    yield;
  }
  return problem;
}

function* sumOf(bytes: Uint8Array): Generator<void, number> {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    sum = crc16(bytes.subarray(at, at + STEP_BYTES), sum);
    yield;
  }
  return sum;
}

/** True for bytes with the mark of a FIT file. */
export function isFit(head: Uint8Array): boolean {
  return head[8] === 0x2e && head[9] === 0x46 && head[10] === 0x49 && head[11] === 0x54;
}

function* readOne(
  bytes: Uint8Array,
  start: number,
  wanted: ReadonlySet<number>,
  take: (message: FitMessage) => void,
  messages: { count: number },
): Generator<void, string | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const definitions: (Definition | undefined)[] = [];
  const developerTypes = new Map<number, number>();
  let lastTimestamp = Number.NaN;
  let at = start;
  while (at < bytes.length) {
    if (++messages.count % STEP_MESSAGES === 0) yield;
    if (messages.count > MOST_MESSAGES) {
      throw new RecordingRejected(
        'too-long',
        `The file has more than ${MOST_MESSAGES} messages, more than a day of samples needs; split it into rides.`,
      );
    }
    const header = bytes[at++]!;
    if ((header & 0xc0) === 0x40) {
      const read = readDefinition(bytes, at, (header & 0x20) !== 0, developerTypes);
      if (!read) return 'it breaks off';
      // Messages without a length would cost a byte each, and there could be as many as there are bytes.
      if (read.definition.fields.some(({ size }) => size === 0) || read.definition.size === 0)
        return `byte ${at - 1} defines a message or a field without a length`;
      definitions[header & 0x0f] = read.definition;
      at = read.end;
      continue;
    }
    const isCompressed = (header & 0x80) !== 0;
    const definition = definitions[isCompressed ? (header >> 5) & 3 : header & 0x0f];
    if (!definition) return `byte ${at - 1} belongs to no message`;
    if (at + definition.size > bytes.length) return 'it breaks off';
    const from = at;
    const numbers = (key: number) => numbersOf(view, from, definition, key);
    const [own = Number.NaN] = numbers(TIMESTAMP);
    if (!Number.isNaN(own)) lastTimestamp = own;
    // The lower five bits of the time, which goes on from the last one.
    else if (isCompressed) lastTimestamp += ((header & 31) - (lastTimestamp & 31) + 32) & 31;
    const timestamp = isCompressed || !Number.isNaN(own) ? lastTimestamp : Number.NaN;
    const { number } = definition;
    if (number === FIELD_DESCRIPTION) {
      const [index = 255] = numbers(0);
      const [field = 255] = numbers(1);
      const [type = 255] = numbers(2);
      developerTypes.set(developerKey(index, field), type);
    }
    if (wanted.has(number)) {
      take({ number, timestamp, numbers, developer: (index, field) => numbers(developerKey(index, field)) });
    }
    at += definition.size;
  }
  return null;
}

function readDefinition(
  bytes: Uint8Array,
  from: number,
  hasDeveloperFields: boolean,
  developerTypes: ReadonlyMap<number, number>,
): { definition: Definition; end: number } | null {
  let at = from + 5;
  if (at > bytes.length) return null;
  const littleEndian = bytes[from + 1] === 0;
  const [first, second] = [bytes[from + 2]!, bytes[from + 3]!];
  const fields: Field[] = [];
  let size = 0;
  const readFields = (count: number, isDevelopers: boolean) => {
    for (let i = 0; i < count && at + 3 <= bytes.length; i++, at += 3) {
      const key = isDevelopers ? developerKey(bytes[at + 2]!, bytes[at]!) : bytes[at]!;
      const type = isDevelopers ? (developerTypes.get(key) ?? 255) : bytes[at + 2]!;
      fields.push({ key, offset: size, size: bytes[at + 1]!, type });
      size += bytes[at + 1]!;
    }
  };
  const count = bytes[from + 4]!;
  readFields(count, false);
  if (fields.length < count) return null;
  if (hasDeveloperFields) {
    if (at >= bytes.length) return null;
    const developers = bytes[at++]!;
    readFields(developers, true);
    if (fields.length < count + developers) return null;
  }
  const number = littleEndian ? first | (second << 8) : (first << 8) | second;
  return { definition: { number, littleEndian, fields, size }, end: at };
}

function numbersOf(
  view: DataView,
  from: number,
  { fields, littleEndian }: Definition,
  key: number,
): number[] {
  const field = fields.find((each) => each.key === key);
  const type = field && BASE_TYPES[field.type & 0x1f];
  if (!field || !type) return [];
  const count = Math.floor(field.size / type.bytes);
  return Array.from({ length: count }, (_, i) =>
    type.read(view, from + field.offset + i * type.bytes, littleEndian),
  );
}
