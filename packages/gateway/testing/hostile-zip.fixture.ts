import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** What a zip is made of: text, bytes, or null to leave a file of the plain export out. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

const plain = {
  'export.json': JSON.stringify({ format: 'piaffe-export', version: 1 }),
  'horses.json': '[]',
  'riders.json': '[]',
  'events.json': '[]',
  'sessions.json': '[]',
};

/** An export of nothing, and what is said otherwise. */
export async function exportZip(files: Files = {}, more: readonly [string, string][] = []): Promise<Buffer> {
  const zip = new ZipFile();
  const all = [...Object.entries({ ...plain, ...files }), ...more];
  for (const [name, content] of all) if (content !== null) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The same bytes with one text in place of another of the same length, wherever it stands. */
export function replaced(bytes: Buffer, one: string, other: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(one, other), 'latin1');
}

/** The same zip in which the last file is said to lie where the first one does. */
export function overlapping(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const last = copy.lastIndexOf('PK\x01\x02', 'latin1');
  const first = copy.indexOf('PK\x01\x02', 'latin1');
  copy.copyWithin(last + 42, first + 42, first + 46);
  return copy;
}
