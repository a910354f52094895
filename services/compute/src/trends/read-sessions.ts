import { type Entry, parseEntries } from '@piaffe/results';
import { arrowToTable, csvToTable } from '@piaffe/series';
import { TrendEvent } from '@piaffe/trend/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '../http/problems.ts';
import { tableEntries } from './table-entries.ts';

/** What was sent: sessions, and what happened to the horse. */
export interface Sent {
  readonly entries: readonly Entry[];
  readonly events: readonly TrendEvent[];
}

/** What all of it goes by in what is told of it. */
const name = 'body';
const isEvents = Compile(Type.Array(TrendEvent, { maxItems: 10_000 }));

/**
 * Tells by its beginning what was sent: results as JSON (one, an array, lines, or `{results, events}`), or a table of
 * sessions as CSV or Arrow.
 */
export async function readSessions(bytes: Uint8Array): Promise<Sent> {
  const text = (length?: number) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, length ?? bytes.byteLength).toString();
  if (bytes.byteLength === 0)
    throw new Refusal('input-not-valid', 'The body is empty: send results, or a table.');
  if (isArrow(bytes)) return { entries: tableEntries(name, await arrowToTable(bytes)), events: [] };
  if (!/^\uFEFF?\s*[[{]/.test(text(Math.min(bytes.byteLength, 256))))
    return { entries: tableEntries(name, csvToTable(text())), events: [] };
  const entries = parseEntries(name, text());
  const [first] = entries;
  return entries.length === 1 && isEnvelope(first?.value) ? inEnvelope(first.value) : { entries, events: [] };
}

interface Envelope {
  readonly results: readonly unknown[];
  readonly events?: unknown;
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results);
}

function inEnvelope({ results, events = [] }: Envelope): Sent {
  if (!isEvents.Check(events))
    throw new Refusal('input-not-valid', '`events` is a list of {at, kind, text}; see /docs.');
  const entries = results.map((value, index) => ({ file: name, entry: index + 1, value, problem: null }));
  return { entries, events };
}

/** A file begins with ARROW1, a stream with a mark of four bytes. */
function isArrow(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 6) return false;
  const begins = Buffer.from(bytes.subarray(0, 6));
  return begins.toString('latin1') === 'ARROW1' || begins.readInt32LE(0) === -1;
}
