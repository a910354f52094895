import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { RecordingRejected } from '../rejection.ts';
import { watched } from '../watched.ts';

/** A file in an archive. Its name is only ever compared, never used as a path. */
export interface ArchiveFile {
  readonly name: string;
  /** The name, short enough for a sentence. */
  readonly label: string;
  /** The part of the name after the last slash, in lower case. */
  readonly base: string;
  /** Bytes once unpacked, as the archive says; reading more is refused. */
  readonly size: number;
  /** Unpacks as it is read; rejects with `damaged-file` where the content is not what the archive says. */
  open(): AsyncIterable<Uint8Array>;
}

/** Packed. An hour of a phone's two sensors at 100 Hz, written to the last digit, is 34 MB. */
export const MOST_ARCHIVE_BYTES = 256 * 2 ** 20;
const MOST_FILES = 1000;
/** What systems put beside the files among them. */
const MOST_ENTRIES = 10_000;
const LONGEST_LABEL = 80;
/** Unpacked, of one file and of all: a day at 100 Hz is about 750 MB of text. */
const MOST_FILE_BYTES = 2 ** 30;
const MOST_BYTES = 2 * 2 ** 30;
/** Unpacked to packed, for files that are larger than a megabyte once unpacked; the most that DEFLATE can is about 1030. */
const MOST_RATIO = 200;
const RATIO_FROM_BYTES = 2 ** 20;

/** What systems and people put beside a recording. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)/i;
const UNSAFE_NAME = /relative path|absolute path|invalid characters/i;

/**
 * Lists the files of a ZIP archive that is in memory; reading one hears the signal.
 * @throws RecordingRejected `damaged-file`, `unsafe-file`, `encrypted-file` or `too-large`
 */
export async function openArchive(bytes: Uint8Array, signal?: AbortSignal): Promise<ArchiveFile[]> {
  const files: ArchiveFile[] = [];
  let total = 0;
  let entries = 0;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      if (++entries > MOST_ENTRIES) throw tooLarge(`more than ${MOST_ENTRIES} entries`);
      if (files.length >= MOST_FILES) throw tooLarge(`more than ${MOST_FILES} files`);
      if (entry.fileName.endsWith('/') || JUNK.test(entry.fileName)) continue;
      if (entry.isEncrypted()) {
        throw new RecordingRejected(
          'encrypted-file',
          `"${entry.fileName.slice(0, LONGEST_LABEL)}" in the archive is encrypted; unpack it with its password and send it without one.`,
        );
      }
      total += entry.uncompressedSize;
      checkSize(entry, total);
      files.push(toFile(zip, entry, signal));
    }
  } catch (error) {
    throw asRejection(error);
  }
  return files;
}

function checkSize({ fileName, uncompressedSize, compressedSize }: Entry, total: number): void {
  if (uncompressedSize > MOST_FILE_BYTES)
    throw tooLarge(
      `"${fileName.slice(0, LONGEST_LABEL)}", which is ${Math.round(uncompressedSize / 1e6)} MB once unpacked`,
    );
  if (total > MOST_BYTES) throw tooLarge(`more than ${Math.round(MOST_BYTES / 1e6)} MB once unpacked`);
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > MOST_RATIO * compressedSize) {
    throw new RecordingRejected(
      'unsafe-file',
      `"${fileName.slice(0, LONGEST_LABEL)}" in the archive is more than ${MOST_RATIO} times larger once unpacked, as no recording is; export the recording again.`,
    );
  }
}

function tooLarge(what: string): RecordingRejected {
  return new RecordingRejected(
    'too-large',
    `The archive holds ${what}, more than one recording needs; send one recording.`,
  );
}

function toFile(zip: ZipFile, entry: Entry, signal: AbortSignal | undefined): ArchiveFile {
  const { fileName: name, uncompressedSize: size } = entry;
  const label = name.slice(0, LONGEST_LABEL);
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return { name, label, base, size, open: () => watched(unpack(), { signal }) };
  async function* unpack(): AsyncGenerator<Uint8Array> {
    let sum = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        sum = crc32(chunk as Buffer, sum);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw asRejection(error, name);
    }
    if (sum !== entry.crc32) throw damaged('its checksum does not match', name);
  }
}

function asRejection(error: unknown, name?: string): unknown {
  if (error instanceof RecordingRejected) return error;
  if (!(error instanceof Error)) return error;
  if (UNSAFE_NAME.test(error.message)) {
    return new RecordingRejected(
      'unsafe-file',
      `A name in the archive leads out of it (${error.message.slice(0, 120)}); export the recording again.`,
    );
  }
  return damaged(error.message.slice(0, 120), name);
}

function damaged(why: string, name?: string): RecordingRejected {
  return new RecordingRejected(
    'damaged-file',
    `${name ? `"${name.slice(0, LONGEST_LABEL)}" in the archive` : 'The ZIP archive'} is damaged or incomplete (${why}); check that it was sent completely, or export it again.`,
  );
}
