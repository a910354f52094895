import type { Readable } from 'node:stream';
import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../refusal.ts';
import {
  About,
  ExportedEvent,
  ExportedHorse,
  ExportedRider,
  ExportedSession,
  formatName,
  formatVersion,
  places,
} from './export-format.ts';

/** An export that has been looked through: what it says is in memory, its recordings are still in the zip. */
export interface Archive {
  readonly horses: readonly ExportedHorse[];
  readonly riders: readonly ExportedRider[];
  readonly events: readonly ExportedEvent[];
  readonly sessions: readonly ExportedSession[];
  /** The bytes of a recording; null where the export has none. */
  recording(sha256: string): Promise<Readable | null>;
  close(): void;
}

const mostEntries = 500_000;
const mostJsonBytes = 64 * 1024 * 1024;
/** What deflate makes of real recordings and results stays far below. */
const highestRatio = 100;
const smallBytes = 64 * 1024;
const localHeaderBytes = 30;

/** Opens the zip at this path. Rejects with a `Refusal` where it is no export, or a zip that is made to do harm. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, {
    autoClose: false,
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
  }).catch((error: Error) => {
    throw notValid(`It cannot be read as a zip: ${error.message}.`);
  });
  try {
    const entries = await entriesOf(zip);
    await checkAbout(zip, entries);
    const read = <S extends TSchema>(place: string, schema: S) =>
      jsonIn(zip, entries, place, Type.Array(schema));
    return {
      horses: await read(places.horses, ExportedHorse),
      riders: await read(places.riders, ExportedRider),
      events: await read(places.events, ExportedEvent),
      sessions: await read(places.sessions, ExportedSession),
      async recording(sha256) {
        const entry = entries.get(places.recording(sha256));
        return entry === undefined ? null : zip.openReadStreamPromise(entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

type Entries = ReadonlyMap<string, Entry>;

async function entriesOf(zip: ZipFile): Promise<Entries> {
  if (zip.entryCount > mostEntries) throw notValid(`It has more than ${mostEntries} files.`);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, entries);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : notValid(`Its list of files is broken: ${messageOf(error)}.`);
  }
  checkPlaces([...entries.values()]);
  return entries;
}

/** Files that share bytes can be unpacked to far more than they take. */
function checkPlaces(entries: readonly Entry[]): void {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: begin, compressedSize, fileNameLength } of inOrder) {
    if (begin < end) throw notValid('Files in it overlap.');
    end = begin + localHeaderBytes + fileNameLength + compressedSize;
  }
}

function checkEntry(entry: Entry, before: Entries): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  const name = JSON.stringify(fileName.slice(0, 100));
  if (before.has(fileName)) throw notValid(`It has two files of the name ${name}.`);
  if (entry.isEncrypted()) throw notValid(`${name} is encrypted. Make the export anew, without a password.`);
  if (!entry.canDecodeFileData()) throw notValid(`${name} is packed in a way that is not known here.`);
  if (uncompressedSize > smallBytes && uncompressedSize > highestRatio * compressedSize) {
    throw notValid(`${name} would be more than ${highestRatio} times as large unpacked.`);
  }
}

async function checkAbout(zip: ZipFile, entries: Entries): Promise<void> {
  const about = await jsonIn(zip, entries, places.about, About);
  if (about.version > formatVersion) {
    throw notValid(
      `It is a ${formatName} of version ${about.version}, and this server reads ${formatVersion}. Import it into a newer Piaffe.`,
    );
  }
}

async function jsonIn<S extends TSchema>(zip: ZipFile, entries: Entries, place: string, schema: S) {
  const entry = entries.get(place);
  if (entry === undefined) throw notValid(`It has no ${place}.`);
  if (entry.uncompressedSize > mostJsonBytes)
    throw notValid(`${place} has more than ${mostJsonBytes} bytes.`);
  const value = await textOf(zip, entry).then(parsed).catch(broken);
  const check = Compile(schema);
  if (check.Check(value)) return value;
  const [first] = check.Errors(value);
  throw notValid(`${place} is not as it should be: ${first?.instancePath} ${first?.message}.`);

  function broken(error: unknown): never {
    throw notValid(`${place} cannot be read: ${messageOf(error)}.`);
  }
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const parsed = (text: string): unknown => JSON.parse(text);

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const notValid = (what: string) =>
  new Refusal('export-not-valid', `This is no export of Piaffe, or it is damaged. ${what}`);
