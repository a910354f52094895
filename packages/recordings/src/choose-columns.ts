import { type ColumnName, readColumnName } from './column-name.ts';
import type { Layout, Stated } from './layout.ts';
import { type Note, routine } from './note.ts';
import type { Channel, DecodeOptions } from './options.ts';
import { RecordingRejected } from './rejection.ts';
import { describeLabel, isInstant, isNumber, labelIn, type Table } from './text/table.ts';
import type { Unit } from './units.ts';

type Triple = readonly [number, number, number];

/** Three columns with the same name but for the axis. */
interface AxisSet {
  readonly name: string;
  readonly quantity: ColumnName['quantity'];
  readonly linear: boolean;
  readonly columns: Triple;
  readonly unit: Unit | null;
}

/** Share (0-1) of cells that may be no numbers in a column of numbers: a broken row costs its row, not the file. */
const MOST_BROKEN = 0.1;
const AXES = ['x', 'y', 'z'] as const;
/** Names that apps give when they write what Apple's Core Motion calls its values. */
const CORE_MOTION = /user_?acc|accelerometerAcceleration/i;
const CORE_MOTION_RATE = /^(?:motion)?rotation_?rate_?x/i;
const HOW_TO_NAME = 'say which with --columns t=NAME,ax=NAME,ay=NAME,az=NAME';

function listNames(table: Table): string {
  const names = table.header ?? [];
  const shown = names.slice(0, 12).map((name) => `"${name.slice(0, 40)}"`);
  return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
}

function axisSets(names: readonly ColumnName[]): AxisSet[] {
  const groups = new Map<string, ColumnName[]>();
  for (const name of names) {
    if (name.axis === null || name.quantity === 'other' || name.quantity === 'time') continue;
    const group = groups.get(name.set);
    if (group) group.push(name);
    else groups.set(name.set, [name]);
  }
  const sets: AxisSet[] = [];
  for (const [set, group] of groups) {
    const columns = AXES.map((axis) => group.find((name) => name.axis === axis));
    const [x, y, z] = columns;
    if (!x || !y || !z) continue;
    sets.push({
      name: set,
      quantity: x.quantity,
      linear: x.linear,
      columns: [x.index, y.index, z.index],
      unit: x.unit ?? y.unit ?? z.unit,
    });
  }
  return sets;
}

function chooseAcceleration(sets: readonly AxisSet[], table: Table, notes: Note[]): AxisSet | null {
  const named = sets.filter((set) => set.quantity === 'acceleration');
  const withGravity = named.filter((set) => !set.linear);
  const candidates = withGravity.length > 0 ? withGravity : named;
  if (candidates.length > 1) {
    // "g-force" beside "a" is the same acceleration twice; the first is the one with gravity.
    const force = candidates.find((set) => set.name === 'gf');
    if (force) return force;
    throw new RecordingRejected(
      'ambiguous-columns',
      `Line ${table.headerLine} names ${candidates.length} accelerometers (${candidates.map((set) => `"${table.header![set.columns[0]]}"`).join(', ')}); ${HOW_TO_NAME}.`,
    );
  }
  const chosen = candidates[0];
  if (chosen) {
    if (withGravity.length > 0 && named.length > withGravity.length) {
      notes.push(
        routine(
          `The file has acceleration with and without gravity; "${table.header![chosen.columns[0]]}", with gravity, is used.`,
        ),
      );
    }
    return chosen;
  }
  return sets.find((set) => set.quantity === 'axis') ?? null;
}

function chooseAngularRate(sets: readonly AxisSet[], table: Table, notes: Note[]): AxisSet | null {
  const candidates = sets.filter((set) => set.quantity === 'angular rate' || set.quantity === 'g');
  // One that its name calls a gyroscope goes before one that only its unit does.
  const isNamed = (set: AxisSet) => readColumnName(`${set.name} x`, 0).quantity !== 'other';
  const [first, second] = candidates.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  if (!first) return null;
  if (second) {
    notes.push(
      routine(`The file has ${candidates.length} gyroscopes; "${table.header![first.columns[0]]}" is used.`),
    );
  }
  return first;
}

/** Cells of a column in the sample: how many tell a time, how many different times there are. */
function judgeTimeColumn(
  table: Table,
  index: number,
): { readable: number; distinct: number; dated: boolean } {
  const cells = table.sample.map((row) => row[index] ?? '').filter((cell) => cell !== '');
  const readable = cells.filter((cell) => isNumber(cell) || isInstant(cell));
  return {
    readable: cells.length === 0 ? 0 : readable.length / cells.length,
    distinct: new Set(readable).size,
    dated: readable.some((cell) => /^\d{4}[-/]/.test(cell) || Number(cell) > 1e9),
  };
}

function chooseTime(names: readonly ColumnName[], table: Table): ColumnName | null {
  const named = names.filter((name) => name.quantity === 'time');
  // A name that says nothing but has a unit of time will do when there is no better.
  const candidates = (named.length > 0 ? named : names.filter((name) => name.unit?.of === 'time')).map(
    (name) => ({ name, ...judgeTimeColumn(table, name.index) }),
  );
  const usable = candidates.filter((candidate) => candidate.readable > 0.5);
  if (usable.length === 0) return candidates[0]?.name ?? null;
  // The finer one; of two equally fine ones that which tells the date; then the leftmost.
  const finest = Math.max(...usable.map((candidate) => candidate.distinct));
  const fine = usable.filter((candidate) => candidate.distinct >= finest * 0.98);
  return (fine.find((candidate) => candidate.dated) ?? fine[0]!).name;
}

/** Position of the column that the caller named; by the header's spelling, else by its number from 1. */
function findNamed(table: Table, channel: Channel, wanted: string): number {
  const names = table.header ?? [];
  const exact = names.indexOf(wanted.trim());
  if (exact >= 0) return exact;
  const loose = names.map((name) => name.toLowerCase()).indexOf(wanted.trim().toLowerCase());
  if (loose >= 0) return loose;
  // A unit that stands in a row of its own was put behind the name.
  const withUnit = names.filter((name) => name.startsWith(`${wanted.trim()} (`));
  if (withUnit.length === 1) return names.indexOf(withUnit[0]!);
  const number = /^\d{1,4}$/.test(wanted.trim()) ? Number(wanted) : 0;
  if (number >= 1 && number <= table.width) return number - 1;
  throw new RecordingRejected(
    'missing-column',
    table.header
      ? `There is no column "${wanted}" for ${channel} in line ${table.headerLine}; it names ${listNames(table)}.`
      : `There is no column "${wanted}" for ${channel}: the file has no header; give a number from 1 to ${table.width}.`,
  );
}

/** Columns that say which of several sensors or devices a row is from. */
const SOURCE = /^(?:device|sensor|id|tag|address|mac|node)[ _-]?(?:name|id|type|address|mac|tag)?$/i;
/** Those of them whose numbers are names, and no counter. */
const NUMBERED_SOURCE = /^(?:device|sensor|node)/i;
/** Changes from one source to another in the sample, a few seconds: a label changes once in them. */
const FEWEST_TURNS = 4;
const MOST_SOURCES = 16;

/**
 * Rows of several sensors by turns would be read as one that shakes.
 * @throws RecordingRejected `ambiguous-columns`
 */
function refuseSeveralSources(table: Table): void {
  for (const [index, name] of (table.header ?? []).entries()) {
    if (!SOURCE.test(name)) continue;
    const cells = table.sample
      .map((row) => row[index] ?? '')
      .filter((cell) => cell !== '' && (NUMBERED_SOURCE.test(name) || !isNumber(cell)));
    const sources = [...new Set(cells)];
    const turns = cells.filter((cell, i) => i > 0 && cell !== cells[i - 1]).length;
    if (sources.length < 2 || sources.length > MOST_SOURCES || turns < FEWEST_TURNS) continue;
    const shown = sources.map((source) => `"${source.slice(0, 40)}"`).join(', ');
    throw new RecordingRejected(
      'ambiguous-columns',
      `The rows are from ${sources.length} sensors by turns: column "${name}" says ${shown}; split the file by that column, and send the rows of one.`,
    );
  }
}

function stated<Name extends string>(
  caller: Name | undefined,
  unit: Unit | null | undefined,
  of: readonly Unit['of'][],
): Stated<Name> | null {
  if (caller !== undefined) return { unit: caller, by: 'caller' };
  return unit && of.includes(unit.of) ? { unit: unit.name as Name, by: 'header' } : null;
}

/** What stands in brackets at the end of a name, where the unit is expected, but is none; null when nothing does. */
function unknownUnit(name: ColumnName | undefined): string | null {
  if (!name || name.unit) return null;
  const bracketed = /[([{]([^()[\]{}]{1,40})[)\]}]\s*$/.exec(name.written)?.[1]?.trim();
  return bracketed && !/^[xyz]$/i.test(bracketed) ? bracketed : null;
}

/** Headerless rows: time, three axes of acceleration and, with seven columns, three of angular rate. */
function positions(table: Table): { time: number; acceleration: Triple; angularRate: Triple | null } | null {
  const numeric = (index: number) => {
    const cells = table.sample.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    return cells.filter((cell) => !isNumber(cell)).length <= cells.length * MOST_BROKEN;
  };
  const first = judgeTimeColumn(table, 0);
  if (table.width < 4 || first.readable < 0.5) return null;
  const count = Array.from({ length: table.width }, (_, i) => i).findIndex((i) => i > 0 && !numeric(i));
  let columns = count < 0 ? table.width : count;
  // A separator at the end of every row makes no column.
  if (columns === table.width && table.sample.every((row) => (row[columns - 1] ?? '') === '')) columns--;
  if (columns === 4) return { time: 0, acceleration: [1, 2, 3], angularRate: null };
  if (columns === 7) return { time: 0, acceleration: [1, 2, 3], angularRate: [4, 5, 6] };
  return null;
}

/**
 * Decides which column is what, from the header, from the caller's options, or from the positions when there is no
 * header. A named acceleration with gravity goes before one without; bare x, y, z are acceleration.
 * @throws RecordingRejected `missing-column` or `ambiguous-columns`
 */
export function chooseColumns(table: Table, options: DecodeOptions): Omit<Layout, 'format'> {
  refuseSeveralSources(table);
  const notes: Note[] = [];
  const names = (table.header ?? []).map(readColumnName);
  const wanted = options.columns ?? {};
  const given = (channel: Channel) =>
    wanted[channel] === undefined ? null : findNamed(table, channel, wanted[channel]);
  const guess = table.header ? null : positions(table);
  const sets = axisSets(names);

  const time = given('t') ?? guess?.time ?? chooseTime(names, table)?.index;
  const chosen = guess
    ? null
    : wanted.ax && wanted.ay && wanted.az
      ? null
      : chooseAcceleration(sets, table, notes);
  const acceleration = (['ax', 'ay', 'az'] as const).map(
    (channel, axis) => given(channel) ?? guess?.acceleration[axis] ?? chosen?.columns[axis],
  );
  const isGiven = wanted.ax !== undefined && wanted.ay !== undefined && wanted.az !== undefined;
  const byPosition = isGiven ? null : (guess?.angularRate ?? null);
  const rate = guess || wanted.gx ? null : chooseAngularRate(sets, table, notes);
  const angularRate = (['gx', 'gy', 'gz'] as const).map(
    (channel, axis) => given(channel) ?? byPosition?.[axis] ?? rate?.columns[axis],
  );

  const [ax, ay, az] = acceleration;
  if (ax === undefined || ay === undefined || az === undefined) {
    if (!table.header) {
      const label = labelIn(table.sample);
      if (label) throw new RecordingRejected('missing-column', describeLabel(label, table.dataLine));
      throw new RecordingRejected(
        'missing-column',
        `The file has no header and ${table.width} columns (line ${table.dataLine}), so what they are cannot be told; add a header line, or give column numbers with --columns t=1,ax=2,ay=3,az=4.`,
      );
    }
    const lone = names.filter((name) => name.quantity === 'acceleration' && name.axis !== null);
    const onlyRate =
      lone.length === 0 && sets.some((set) => set.quantity === 'angular rate' || set.quantity === 'g');
    throw new RecordingRejected(
      'missing-column',
      onlyRate
        ? `Line ${table.headerLine} names a gyroscope but no acceleration (${listNames(table)}); gaits cannot be told from rotation alone: send the accelerometer's file, or one that holds both.`
        : `Line ${table.headerLine} names no three axes of acceleration (${listNames(table)}); ${HOW_TO_NAME}.`,
    );
  }
  if (time === undefined) {
    throw new RecordingRejected(
      'missing-column',
      table.header
        ? `Line ${table.headerLine} names no column of time (${listNames(table)}); without the time of each sample nothing can be measured: export it with time stamps, or ${HOW_TO_NAME}.`
        : `The file has no header and no column that could be the time (line ${table.dataLine}); export it with time stamps, or give column numbers with --columns.`,
    );
  }
  const used = [time, ax, ay, az];
  const [gx, gy, gz] = angularRate;
  const gyro: Triple | null = gx !== undefined && gy !== undefined && gz !== undefined ? [gx, gy, gz] : null;
  if (gyro && rate && isGiven) {
    const which = gyro.map((index) => `"${table.header![index]}"`).join(', ');
    notes.push(routine(`No columns of angular rate were given; ${which} were taken as angular rate.`));
  }
  if (gyro) used.push(...gyro);
  if (new Set(used).size < used.length) {
    throw new RecordingRejected(
      'ambiguous-columns',
      `One column would have to serve twice (columns ${used.map((index) => index + 1).join(', ')}); give each its own with --columns.`,
    );
  }
  return {
    time,
    acceleration: [ax, ay, az],
    angularRate: gyro,
    angularRateByPosition: byPosition !== null && !wanted.gx,
    isSampleTimeFine: /^SampleTimeFine$/i.test(names[time]?.written ?? ''),
    timeUnit: stated(options.units?.time, names[time]?.unit, ['time']),
    unknownAccelerationUnit: unknownUnit(names[ax]),
    accelerationUnit: stated(options.units?.acc, names[ax]?.unit, ['acceleration', 'counts']),
    angularRateUnit: gyro
      ? stated(options.units?.gyro, names[gyro[0]]?.unit, ['angular rate', 'counts'])
      : null,
    linear: names[ax]?.quantity === 'acceleration' && names[ax].linear ? true : null,
    coreMotion:
      CORE_MOTION.test(names[ax]?.written ?? '') || names.some((name) => CORE_MOTION_RATE.test(name.written)),
    notes,
  };
}
