import { RecordingRejected } from './rejection.ts';

interface Signature {
  readonly name: string;
  /** What would help, as the second half of a sentence. */
  readonly help: string;
  readonly begins: (head: Uint8Array, text: string) => boolean;
}

const bytesAt =
  (offset: number, ...expected: readonly (number | string)[]) =>
  (head: Uint8Array): boolean => {
    const bytes = expected.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((c) => c.charCodeAt(0)),
    );
    return bytes.every((byte, i) => head[offset + i] === byte);
  };

const EXPORT_CSV = 'export it as CSV, one line per sample with time and three axes of acceleration';

const SIGNATURES: readonly Signature[] = [
  {
    name: 'a gzip archive',
    help: 'unpack it (gunzip) and send the file in it',
    begins: bytesAt(0, 0x1f, 0x8b),
  },
  {
    name: 'a Zstandard archive',
    help: 'unpack it (zstd -d) and send the file in it',
    begins: bytesAt(0, 0x28, 0xb5, 0x2f, 0xfd),
  },
  {
    name: 'an xz archive',
    help: 'unpack it (unxz) and send the file in it',
    begins: bytesAt(0, 0xfd, '7zXZ'),
  },
  { name: 'a bzip2 archive', help: 'unpack it (bunzip2) and send the file in it', begins: bytesAt(0, 'BZh') },
  { name: 'a 7z archive', help: 'unpack it and send the file in it', begins: bytesAt(0, '7z', 0xbc, 0xaf) },
  { name: 'a RAR archive', help: 'unpack it and send the file in it', begins: bytesAt(0, 'Rar!') },
  { name: 'an Apache Parquet file', help: EXPORT_CSV, begins: bytesAt(0, 'PAR1') },
  { name: 'an HDF5 or MATLAB file', help: EXPORT_CSV, begins: bytesAt(0, 0x89, 'HDF') },
  { name: 'a MATLAB file', help: EXPORT_CSV, begins: bytesAt(0, 'MATLAB 5.0') },
  { name: 'a NumPy file', help: EXPORT_CSV, begins: bytesAt(0, 0x93, 'NUMPY') },
  { name: 'an SQLite database', help: EXPORT_CSV, begins: bytesAt(0, 'SQLite format 3') },
  {
    name: 'an Axivity CWA recording',
    help: 'convert it to CSV with the export of its own software',
    begins: bytesAt(0, 'MD', 0xfc, 0x03),
  },
  { name: 'a GENEActiv recording', help: EXPORT_CSV, begins: bytesAt(0, 'Device Identity') },
  { name: 'a PDF document', help: 'send the recording itself, not its report', begins: bytesAt(0, '%PDF') },
  { name: 'a PNG picture', help: 'send the recording itself', begins: bytesAt(0, 0x89, 'PNG') },
  { name: 'a JPEG picture', help: 'send the recording itself', begins: bytesAt(0, 0xff, 0xd8, 0xff) },
  { name: 'a GIF picture', help: 'send the recording itself', begins: bytesAt(0, 'GIF8') },
  { name: 'a WebP picture or a WAV sound', help: 'send the recording itself', begins: bytesAt(0, 'RIFF') },
  { name: 'a film (MP4 or QuickTime)', help: 'send the recording itself', begins: bytesAt(4, 'ftyp') },
  { name: 'an old Office document', help: EXPORT_CSV, begins: bytesAt(0, 0xd0, 0xcf, 0x11, 0xe0) },
  { name: 'a program (ELF)', help: 'send the recording itself', begins: bytesAt(0, 0x7f, 'ELF') },
  {
    name: 'a web page (HTML)',
    help: 'send the recording itself',
    begins: (_, text) => /^<(?:!doctype html|html)/i.test(text),
  },
  {
    name: 'an XML document',
    help: EXPORT_CSV,
    begins: (_, text) => /^<\?xml|^<[a-z][\w:-]*[\s>]/i.test(text),
  },
  {
    name: 'a JSON document',
    help: EXPORT_CSV,
    begins: (_, text) => /^(?:\{\s*["}]|\[\s*[[{\]"\d-])/.test(text),
  },
];

/** Shares (0-1) of zeros and of the other control characters that no text holds. */
function measureControls(head: Uint8Array): { zeros: number; controls: number } {
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls++;
  }
  return { zeros: zeros / head.length, controls: controls / head.length };
}

/**
 * Refuses what is known by name but has no decoder, and what is no text.
 * @throws RecordingRejected `unsupported-format` or `unknown-format`
 */
export function refuseOtherFormats(head: Uint8Array): void {
  const text = new TextDecoder('latin1')
    .decode(head.subarray(0, 2048))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const known = SIGNATURES.find((signature) => signature.begins(head, text));
  if (known) {
    throw new RecordingRejected(
      'unsupported-format',
      `This is ${known.name}, which cannot be read yet; ${known.help}.`,
    );
  }
  // A few control characters may be damage, and a card that lost power leaves runs of zeros in a text.
  const { zeros, controls } = measureControls(head);
  if (zeros > 0.6 && controls < 0.02) {
    throw new RecordingRejected(
      'unknown-format',
      'Most of the first 64 kB are zero bytes, as when power is lost or a card is pulled while a file is written; copy the file from the sensor again.',
    );
  }
  if (controls > 0.02) {
    const start = [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new RecordingRejected(
      'unknown-format',
      `The file is neither text nor a format known here (its first bytes are ${start}); ${EXPORT_CSV}.`,
    );
  }
}
