import { decodeTable } from './decode-table.ts';
import { decodeArrow } from './decoders/arrow.ts';
import { decodeFit } from './decoders/fit.ts';
import { gpx } from './decoders/gpx.ts';
import { decodeMovesenseJson } from './decoders/movesense-json.ts';
import { tcx } from './decoders/tcx.ts';
import { decodeTrack } from './decoders/track.ts';
import { decodeZip } from './decoders/zip.ts';
import { refuseOtherFormats } from './formats.ts';
import { HEAD_BYTES, readHead } from './head.ts';
import { kindOf } from './kind.ts';
import type { DecodeOptions } from './options.ts';
import type { Recording } from './recording.ts';
import { RecordingRejected } from './rejection.ts';
import { toUtf8, utf16Of } from './text/encoding.ts';
import { findTable } from './text/table.ts';
import { watched } from './watched.ts';

/**
 * Decodes one recording from its bytes; the format is found by content. The stream is read once, in chunks of any size,
 * and closed whatever happens.
 * @throws RecordingRejected for every file that cannot be used; the stream's own error; the reason of an aborted signal
 */
export async function decodeRecording(
  source: AsyncIterable<Uint8Array>,
  options: DecodeOptions = {},
): Promise<Recording> {
  options.signal?.throwIfAborted();
  return await decodeAny(watched(source, options), options);
}

async function decodeAny(source: AsyncIterable<Uint8Array>, options: DecodeOptions): Promise<Recording> {
  const file = await readHead(source);
  try {
    if (file.bytes.length === 0) {
      throw new RecordingRejected(
        'empty-file',
        'The file has no bytes; check that the recording was saved and sent completely.',
      );
    }
    switch (kindOf(file.bytes)) {
      case 'zip':
        return await decodeZip(file.all, options, decodeInside);
      case 'arrow':
        return await decodeArrow(file.all, options);
      case 'fit':
        return await decodeFit(file.all, options);
    }
    const encoding = utf16Of(file.bytes);
    const text = encoding ? await readHead(toUtf8(file.all, encoding)) : file;
    const head = text.bytes.subarray(0, HEAD_BYTES);
    switch (kindOf(head)) {
      case 'gpx':
        return await decodeTrack(gpx, { head, all: text.all }, options);
      case 'tcx':
        return await decodeTrack(tcx, { head, all: text.all }, options);
      case 'movesense-json':
        return await decodeMovesenseJson(text.all, options);
    }
    refuseOtherFormats(head);
    const table = findTable(head, text.complete && text.bytes.length <= HEAD_BYTES);
    return await decodeTable(table, text.all, options);
  } finally {
    await file.close();
  }
}

/** A recording within an archive; archives within archives are refused. */
async function decodeInside(source: AsyncIterable<Uint8Array>, options: DecodeOptions): Promise<Recording> {
  const file = await readHead(source);
  if (kindOf(file.bytes) === 'zip') {
    await file.close();
    throw new RecordingRejected(
      'unsupported-format',
      'The archive holds another archive; unpack the outer one and send the inner one.',
    );
  }
  return await decodeAny(file.all, options);
}
