import type { ArchiveFile } from '../archive/archive.ts';
import { assemble } from '../assemble.ts';
import { assembleTraces, joinTraces } from '../assemble-traces.ts';
import { type ColumnName, readColumnName } from '../column-name.ts';
import { layOnTimes } from '../lay-on-times.ts';
import { layoutOf } from '../layout.ts';
import type { Note } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { openTable } from '../text/open-table.ts';
import { numberIn, readCells } from '../text/read-cells.ts';
import { type RawRows, readRows } from '../text/read-table.ts';
import type { Table } from '../text/table.ts';
import { Traces } from '../traces.ts';

type Triple = readonly [number, number, number];

/** A data file of an export, and what it holds by its header. */
interface DataFile {
  readonly file: ArchiveFile;
  readonly table: Table;
  readonly acceleration: Triple | null;
  readonly linear: boolean;
  readonly angularRate: Triple | null;
  readonly isLocation: boolean;
}

/** A start or pause: seconds of the experiment, which pauses do not count in, and since 1970. */
interface TimeEvent {
  readonly experiment: number;
  readonly system: number;
}

const APPLE = /^(?:iphone|ipad|ipod)/i;
const MOST_DATA_FILES = 50;
/** Every sample is compared with them. */
const MOST_EVENTS = 200;

/** True for an archive with what phyphox writes beside the data. */
export function isPhyphox(files: readonly ArchiveFile[]): boolean {
  return files.some(({ name }) => /(?:^|\/)meta\/(?:time|device)\.csv$/i.test(name));
}

/**
 * A phyphox export as CSV: a file per sensor, in any language, its time in s of the experiment. meta/time.csv tells when
 * that began and paused, meta/device.csv the phone: an iPhone's acceleration has the opposite sign.
 * @throws RecordingRejected
 */
export async function decodePhyphoxZip(
  files: readonly ArchiveFile[],
  options: DecodeOptions,
): Promise<Recording> {
  const notes: Note[] = [];
  const events = await readEvents(files.find(({ name }) => /(?:^|\/)meta\/time\.csv$/i.test(name)));
  const data: DataFile[] = [];
  const candidates = files.filter(({ name, base }) => base.endsWith('.csv') && !/(?:^|\/)meta\//i.test(name));
  for (const file of candidates.slice(0, MOST_DATA_FILES)) {
    const found = await lookInto(file);
    if (found) data.push(found);
  }
  const traces = new Traces();
  const location = data.find(({ isLocation }) => isLocation);
  if (location) await readLocation(location, events, traces);
  const motions = data.filter(({ acceleration }) => acceleration);
  const main = motions.find(({ linear }) => !linear) ?? motions[0];
  if (!main) return assembleTraces(traces, { format: 'phyphox-zip', name: 'phyphox export', notes }, options);
  const acceleration = await readChannels(main, main.acceleration!);
  const turning = main.angularRate ? main : data.find(({ angularRate }) => angularRate);
  const rate = turning && (await readChannels(turning, turning.angularRate!));
  const rows = {
    ...acceleration,
    time: acceleration.time.map((at) => toSystemTime(at, events)),
    channels: [...acceleration.channels, ...(rate ? layOnTimes(acceleration.time, rate, 1) : [])],
  };
  const isApple = APPLE.test(
    await readModel(files.find(({ name }) => /(?:^|\/)meta\/device\.csv$/i.test(name))),
  );
  if (isApple)
    notes.push('The phone was an iPhone, whose acceleration has the opposite sign; it was turned round.');
  const layout = layoutOf('phyphox-zip', {
    timeUnit: 's',
    accelerationUnit: 'm/s2',
    angularRateUnit: rate ? 'rad/s' : null,
    linear: main.linear,
    notes,
  });
  const { recording, zero } = assemble(rows, layout, {
    ...options,
    invert: options.invert === true || isApple,
  });
  return traces.isEmpty ? recording : joinTraces(recording, traces, zero);
}

/** What a file holds; null when it is no table of what is wanted here. */
async function lookInto(file: ArchiveFile): Promise<DataFile | null> {
  try {
    const { table, close } = await openTable(file.open());
    await close();
    const names = (table.header ?? []).map(readColumnName);
    if (names[0]?.unit?.name !== 's') return null;
    const of = (quantity: ColumnName['quantity']) => {
      const axes = ['x', 'y', 'z'].map((axis) =>
        names.find((name) => name.quantity === quantity && name.axis === axis),
      );
      const [x, y, z] = axes;
      return x && y && z ? ([x.index, y.index, z.index] as const) : null;
    };
    const acceleration = of('acceleration');
    return {
      file,
      table,
      acceleration,
      linear: (acceleration && names[acceleration[0]]!.linear) || /linear|without|ohne|sans/.test(file.base),
      angularRate: of('angular rate'),
      isLocation: degreeColumns(table).length >= 2,
    };
  } catch (error) {
    if (error instanceof RecordingRejected && error.code !== 'damaged-file') return null;
    throw error;
  }
}

/** Latitude and longitude come first of the columns in degrees, whatever the language. */
function degreeColumns({ header }: Table): number[] {
  return (header ?? []).flatMap((name, index) => (/\(\s*°\s*\)$/.test(name) ? [index] : []));
}

async function readChannels({ file, table }: DataFile, channels: Triple): Promise<RawRows> {
  const { all, close } = await openTable(file.open());
  try {
    const rows = await readRows(table, { time: 0, channels, timeKind: 'number' }, all);
    return { ...rows, placeOf: (row) => `line ${rows.lineOf(row)} of ${file.label}` };
  } finally {
    await close();
  }
}

async function readLocation(
  { file, table }: DataFile,
  events: readonly TimeEvent[],
  traces: Traces,
): Promise<void> {
  const header = table.header!;
  const [latitude, longitude] = degreeColumns(table) as [number, number];
  const speed = header.findIndex((name) => /\(m\/s\)$/.test(name));
  const metres = header.flatMap((name, index) => (/\(m\)$/.test(name) ? [index] : []));
  const accuracy = metres.find((index) => /accura|genauig|précis|precis/i.test(header[index]!)) ?? -1;
  const altitude = metres.find((index) => index !== accuracy) ?? -1;
  let isHeader = true;
  for await (const cells of readCells(file.open(), table.separator)) {
    if (!isHeader) {
      traces.addFix(toSystemTime(numberIn(cells[0]), events), {
        latitude: numberIn(cells[latitude]),
        longitude: numberIn(cells[longitude]),
        altitude: numberIn(cells[altitude]),
        speed: numberIn(cells[speed]),
        accuracy: numberIn(cells[accuracy]),
      });
    }
    isHeader = false;
  }
}

/** Seconds since 1970 where the export tells them, otherwise of the experiment as they are. */
function toSystemTime(at: number, events: readonly TimeEvent[]): number {
  const started = events.findLast(({ experiment }) => experiment <= at) ?? events[0];
  return started ? started.system + (at - started.experiment) : at;
}

async function readEvents(file: ArchiveFile | undefined): Promise<TimeEvent[]> {
  const events: TimeEvent[] = [];
  for (const [event, experiment, system] of await readSmall(file)) {
    const read = { experiment: numberIn(experiment), system: numberIn(system) };
    const isStart = event === 'START' && read.experiment >= 0 && read.system > 0;
    if (isStart && events.length < MOST_EVENTS) events.push(read);
  }
  return events;
}

async function readModel(file: ArchiveFile | undefined): Promise<string> {
  const rows = await readSmall(file);
  return rows.find(([property]) => property === 'deviceModel')?.[1] ?? '';
}

const LONGEST_META = 1_000_000;

/** Rows of a file of words; none where there is no such file. The separator is that of the whole export. */
async function readSmall(file: ArchiveFile | undefined): Promise<string[][]> {
  if (!file || file.size > LONGEST_META) return [];
  const lines: string[][] = [];
  for (const separator of [',', ';', '\t'] as const) {
    lines.length = 0;
    for await (const cells of readCells(file.open(), separator)) lines.push(cells);
    if ((lines[0]?.length ?? 0) > 1) return lines;
  }
  return lines;
}
