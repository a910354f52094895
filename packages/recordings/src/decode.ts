import { assemble } from './assemble.ts';
import { recogniseCsv } from './decoders/csv.ts';
import { recogniseMpuRawCounts } from './decoders/mpu-raw-counts.ts';
import { recognisePhyphox } from './decoders/phyphox.ts';
import { recogniseSensorLogger } from './decoders/sensor-logger.ts';
import { refuseOtherFormats } from './formats.ts';
import { HEAD_BYTES, readHead } from './head.ts';
import type { Layout } from './layout.ts';
import type { DecodeOptions } from './options.ts';
import type { Recording } from './recording.ts';
import { RecordingRejected } from './rejection.ts';
import { toUtf8, utf16Of } from './text/encoding.ts';
import { type ReadPlan, readRows } from './text/read-table.ts';
import { findTable, isInstant, type Table } from './text/table.ts';

/** Special formats first: whatever they do not know as their own is a generic table. */
function recognise(table: Table, options: DecodeOptions): Layout {
  return (
    recogniseSensorLogger(table, options) ??
    recognisePhyphox(table, options) ??
    recogniseMpuRawCounts(table, options) ??
    recogniseCsv(table, options)
  );
}

function planOf(table: Table, layout: Layout): ReadPlan {
  const cells = table.sample.map((row) => row[layout.time] ?? '').filter((cell) => cell !== '');
  const instants = cells.filter(isInstant).length;
  return {
    time: layout.time,
    channels: [...layout.acceleration, ...(layout.angularRate ?? [])],
    timeKind: layout.timeUnit?.unit === 'iso' || instants * 2 > cells.length ? 'instant' : 'number',
  };
}

/** The source's chunks, counted, until the signal says to stop. */
async function* watched(
  source: AsyncIterable<Uint8Array>,
  { signal, onProgress }: DecodeOptions,
): AsyncGenerator<Uint8Array> {
  let bytesRead = 0;
  for await (const chunk of source) {
    signal?.throwIfAborted();
    bytesRead += chunk.length;
    onProgress?.(bytesRead);
    yield chunk;
  }
}

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
  const file = await readHead(watched(source, options));
  try {
    if (file.bytes.length === 0) {
      throw new RecordingRejected(
        'empty-file',
        'The file has no bytes; check that the recording was saved and sent completely.',
      );
    }
    const encoding = utf16Of(file.bytes);
    const text = encoding ? await readHead(toUtf8(file.all, encoding)) : file;
    const head = text.bytes.subarray(0, HEAD_BYTES);
    refuseOtherFormats(head);
    const table = findTable(head, text.complete && text.bytes.length <= HEAD_BYTES);
    const layout = recognise(table, options);
    const rows = await readRows(table, planOf(table, layout), text.all);
    return assemble(rows, layout, options);
  } finally {
    await file.close();
  }
}
