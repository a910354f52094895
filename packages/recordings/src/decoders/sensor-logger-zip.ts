import type { ArchiveFile } from '../archive/archive.ts';
import { assemble } from '../assemble.ts';
import { assembleTraces, joinTraces } from '../assemble-traces.ts';
import type { GravityEvidence } from '../clean/gravity.ts';
import { layOnTimes, withoutHoles } from '../lay-on-times.ts';
import { layoutOf } from '../layout.ts';
import { type Note, urgent } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { openTable } from '../text/open-table.ts';
import { numberIn, readCells } from '../text/read-cells.ts';
import { type RawRows, readRows } from '../text/read-table.ts';
import { Traces } from '../traces.ts';
import { STANDARD_GRAVITY } from '../units.ts';

/** Files of an export that are read, by their name without spaces, underscores and ending. */
const PARTS = [
  'totalacceleration',
  'accelerometer',
  'accelerometeruncalibrated',
  'gravity',
  'gyroscope',
  'gyroscopeuncalibrated',
  'location',
  'heartrate',
  'metadata',
] as const;
type Part = (typeof PARTS)[number];
type Parts = ReadonlyMap<Part, ArchiveFile>;

const NANOSECONDS = 1e-9;
const LONGEST_METADATA = 65_536;

/** Name and sign of the phone's system. */
interface Phone {
  /** True when acceleration and gravity are the other way round, as an iPhone has them. */
  readonly isInverted: boolean;
  readonly notes: readonly Note[];
}

function partOf({ base }: ArchiveFile): Part | null {
  const name = base.endsWith('.csv') ? base.slice(0, -4).replace(/[ _]/g, '') : '';
  return PARTS.find((part) => part === name) ?? null;
}

/** True for an archive with the files of a Sensor Logger export. */
export function isSensorLogger(files: readonly ArchiveFile[]): boolean {
  const parts = new Set(files.map(partOf));
  const motion = ['totalacceleration', 'accelerometer', 'accelerometeruncalibrated'] as const;
  return motion.some((part) => parts.has(part)) || (parts.has('metadata') && parts.size > 2);
}

/**
 * A Sensor Logger export: a CSV per sensor, of which the accelerometer's times are kept and the gyroscope is laid on them.
 * An iPhone writes motion and gravity apart; they are added. Metadata.csv tells the phone, whose sign on iOS is the
 * opposite unless "Standardise Units & Frames" was on. Units as the app documents them: ns since 1970, m/s2, rad/s.
 * @throws RecordingRejected
 */
export async function decodeSensorLoggerZip(
  files: readonly ArchiveFile[],
  options: DecodeOptions,
): Promise<Recording> {
  const parts = partsOf(files);
  const notes: Note[] = [];
  const traces = new Traces();
  for (const part of ['heartrate', 'location'] as const) {
    const file = parts.get(part);
    if (file) await orNote(readTrace(file, traces), file, notes);
  }
  const main =
    parts.get('totalacceleration') ?? parts.get('accelerometer') ?? parts.get('accelerometeruncalibrated');
  if (!main) {
    return assembleTraces(
      traces,
      { format: 'sensor-logger-zip', name: 'Sensor Logger export', notes },
      options,
    );
  }
  const phone = await readPhone(parts.get('metadata'));
  let acceleration: RawRows = await readVectors(main);
  const gravity = partOf(main) === 'accelerometer' ? parts.get('gravity') : undefined;
  const hasGravity = gravity && (await orNote(addGravity(acceleration, gravity), gravity, notes));
  if (hasGravity) {
    acceleration = hasGravity;
    notes.push(`Acceleration is the sum of "${main.label}" and "${gravity.label}".`);
  }
  const gyroscope = parts.get('gyroscope') ?? parts.get('gyroscopeuncalibrated');
  const rate = gyroscope && (await orNote(readVectors(gyroscope), gyroscope, notes));
  const rows = rate
    ? {
        ...acceleration,
        channels: [...acceleration.channels, ...layOnTimes(acceleration.time, rate, NANOSECONDS)],
      }
    : acceleration;
  const layout = layoutOf('sensor-logger-zip', {
    timeUnit: 'ns',
    accelerationUnit: 'm/s2',
    angularRateUnit: rate ? 'rad/s' : null,
    coreMotion: true,
    judge: (evidence) => ({ ...judge(evidence, partOf(main)!), notes: [] }),
    notes: [...notes, ...phone.notes],
  });
  const { recording, zero } = assemble(rows, layout, withSign(options, phone));
  return traces.isEmpty ? recording : joinTraces(recording, traces, zero);
}

/** Acceleration alone shows gravity in m/s2 or, uncalibrated on an iPhone, in g; only "Accelerometer" may lack it. */
function judge({ magnitude }: GravityEvidence, part: Part) {
  const isInG = part === 'accelerometeruncalibrated' && magnitude < STANDARD_GRAVITY / 3;
  const hasGravity = isInG || part !== 'accelerometer' || magnitude > STANDARD_GRAVITY / 2;
  return { accelerationUnit: isInG ? ('g' as const) : ('m/s2' as const), linear: !hasGravity };
}

function withSign(options: DecodeOptions, { isInverted }: Phone): DecodeOptions {
  return { ...options, invert: options.invert === true || isInverted };
}

function partsOf(files: readonly ArchiveFile[]): Parts {
  const parts = new Map<Part, ArchiveFile>();
  for (const file of files) {
    const part = partOf(file);
    const other = part && parts.get(part);
    if (!part) continue;
    if (other) {
      throw new RecordingRejected(
        'ambiguous-archive',
        `The archive holds two recordings ("${other.label}" and "${file.label}"); send them apart.`,
      );
    }
    parts.set(part, file);
  }
  return parts;
}

/** What a part beside the accelerometer gives; undefined, with a note, where it cannot be used. */
async function orNote<T>(reading: Promise<T>, file: ArchiveFile, notes: Note[]): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof RecordingRejected) || error.code === 'too-long') throw error;
    notes.push(urgent(`"${file.label}" could not be used and was left out: ${error.message}`));
    return undefined;
  }
}

/** The rows of one sensor: ns since 1970, then x, y, z. */
async function readVectors(file: ArchiveFile): Promise<RawRows> {
  const { table, all, close } = await openTable(file.open());
  try {
    const columns = ['time', 'x', 'y', 'z'].map((name) => table.header?.indexOf(name) ?? -1);
    const [time, x, y, z] = columns as [number, number, number, number];
    if (columns.includes(-1)) {
      throw new RecordingRejected(
        'missing-column',
        `"${file.label}" lacks one of the columns time, x, y and z, which Sensor Logger writes; export the recording again.`,
      );
    }
    const rows = await readRows(table, { time, channels: [x, y, z], timeKind: 'number' }, all);
    return { ...rows, placeOf: (row) => `line ${rows.lineOf(row)} of ${file.label}` };
  } finally {
    await close();
  }
}

async function addGravity(motion: RawRows, file: ArchiveFile): Promise<RawRows> {
  const gravity = layOnTimes(motion.time, await readVectors(file), NANOSECONDS);
  const sum = (axis: Float32Array, at: number) => axis.map((value, i) => value + gravity[at]![i]!);
  return withoutHoles({ ...motion, channels: motion.channels.map(sum) });
}

async function readTrace(file: ArchiveFile, traces: Traces): Promise<void> {
  let names: readonly string[] | null = null;
  for await (const cells of readCells(file.open(), ',')) {
    if (!names) {
      names = cells.map((name) => name.replace(/^\ufeff/, ''));
      continue;
    }
    const value = (name: string) => numberIn(cells[names!.indexOf(name)]);
    const at = value('time') * NANOSECONDS;
    if (names.includes('bpm')) traces.addHeartRate(at, value('bpm'));
    else
      traces.addFix(at, {
        latitude: value('latitude'),
        longitude: value('longitude'),
        altitude: value('altitude'),
        speed: value('speed'),
        accuracy: value('horizontalAccuracy'),
      });
  }
}

async function readPhone(file: ArchiveFile | undefined): Promise<Phone> {
  const unknown = {
    isInverted: false,
    notes: [
      urgent(
        'The export has no Metadata.csv that names the phone, so the sign of the acceleration was taken as that of Android; if it was an iPhone, give --invert.',
      ),
    ],
  };
  if (!file || file.size > LONGEST_METADATA) return unknown;
  const rows: string[][] = [];
  for await (const cells of readCells(file.open(), ',')) rows.push(cells);
  const [names = [], values = []] = rows;
  const told = (name: string) => values[names.indexOf(name)]?.toLowerCase();
  const platform = told('platform');
  if (platform === 'android' || told('standardisation') === 'true') return { isInverted: false, notes: [] };
  if (platform !== 'ios') return unknown;
  return {
    isInverted: true,
    notes: ['The phone was an iPhone, whose acceleration has the opposite sign; it was turned round.'],
  };
}
