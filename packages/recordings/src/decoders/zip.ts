import { type ArchiveFile, MOST_ARCHIVE_BYTES, openArchive } from '../archive/archive.ts';
import type { DecodeOptions } from '../options.ts';
import { readWhole } from '../read-whole.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { decodePhyphoxZip, isPhyphox } from './phyphox-zip.ts';
import { decodeSensorLoggerZip, isSensorLogger } from './sensor-logger-zip.ts';

type Decode = (source: AsyncIterable<Uint8Array>, options: DecodeOptions) => Promise<Recording>;

/** What a recording may be called, where an archive holds other things too. */
const RECORDING_NAME = /\.(?:csv|tsv|txt|dat|json|jsonl|fit|gpx|tcx|arrow|arrows|feather)$/;

/**
 * A ZIP archive: an export of Sensor Logger or of phyphox, or one recording of any other format, which `decodeInside` gets.
 * Packed, it is held in memory; what is in it is unpacked as it is read.
 * @throws RecordingRejected
 */
export async function decodeZip(
  all: AsyncIterable<Uint8Array>,
  options: DecodeOptions,
  decodeInside: Decode,
): Promise<Recording> {
  const files = await openArchive(await readWhole(all, MOST_ARCHIVE_BYTES), options.signal);
  if (files.some(({ name }) => name === '[Content_Types].xml')) {
    throw new RecordingRejected(
      'unsupported-format',
      'This is a spreadsheet or another Office document, which cannot be read; export the recording as CSV.',
    );
  }
  if (isPhyphox(files)) return await decodePhyphoxZip(files, options);
  if (isSensorLogger(files)) return await decodeSensorLoggerZip(files, options);
  const file = theOne(files);
  return await decodeInside(file.open(), options);
}

function theOne(files: readonly ArchiveFile[]): ArchiveFile {
  const named = files.filter(({ base }) => RECORDING_NAME.test(base));
  const candidates = named.length > 0 ? named : files;
  const [file, second] = candidates;
  if (!file) {
    throw new RecordingRejected('no-recording-inside', 'The archive holds no file; record and export again.');
  }
  if (second) {
    const shown = candidates.slice(0, 5).map(({ label }) => `"${label}"`);
    throw new RecordingRejected(
      'ambiguous-archive',
      `The archive holds ${candidates.length} files that could be the recording (${shown.join(', ')}${candidates.length > shown.length ? '...' : ''}); send one of them.`,
    );
  }
  return file;
}
