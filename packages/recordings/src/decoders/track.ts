import { assembleTraces } from '../assemble-traces.ts';
import { type Note, urgent } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { type InstantParse, parseInstant } from '../text/date-time.ts';
import { readXml, type XmlHandler, xmlEncoding } from '../text/read-xml.ts';
import { Traces } from '../traces.ts';

/** A kind of XML document with points on a track. */
export interface TrackKind {
  readonly format: 'gpx' | 'tcx';
  readonly name: string;
  /** Hands the points to `traces`. */
  reader(traces: Traces): XmlHandler;
}

/** What is to be decoded, with its beginning. */
interface Document {
  readonly head: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
}

/**
 * Reads the points of a track: heart rate and position, no acceleration. A document that breaks off gives what came before.
 * @throws RecordingRejected
 */
export async function decodeTrack(
  kind: TrackKind,
  { head, all }: Document,
  options: DecodeOptions,
): Promise<Recording> {
  const traces = new Traces();
  const { brokenAt } = await readXml(all, xmlEncoding(head), kind.reader(traces));
  const notes: Note[] = [];
  if (brokenAt) {
    const where = `At line ${brokenAt.line} the ${kind.name} is damaged or breaks off (${brokenAt.problem.slice(0, 80)})`;
    if (traces.isEmpty) {
      throw new RecordingRejected('damaged-file', `${where} before its first usable point; export it again.`);
    }
    notes.push(urgent(`${where}; what follows was left out.`));
  }
  return assembleTraces(traces, { format: kind.format, name: kind.name, notes }, options);
}

const encoder = new TextEncoder();
const parsed: InstantParse = { seconds: 0, offsetMinutes: 0 };
/** Clock times without a date are below this. */
const TWO_DAYS = 172_800;

/** Seconds since 1970 of an instant as XML writes it, in UTC where no offset is given; NaN for anything else. */
export function readInstant(text: string): number {
  const bytes = encoder.encode(text.slice(0, 64));
  return parseInstant(bytes, 0, bytes.length, parsed) && parsed.seconds > TWO_DAYS
    ? parsed.seconds
    : Number.NaN;
}

/** A decimal number; NaN for anything else, an empty text among it. */
export function readDecimal(text: string | undefined): number {
  return text !== undefined && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text)
    ? Number(text)
    : Number.NaN;
}
