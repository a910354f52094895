import {
  channelNames,
  type DecodeParameters,
  type Mount,
  mountNames,
  type SessionContext,
  unitNames,
} from '@piaffe/aggregation/contract';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AnalyseSettings } from '../analyse-file.ts';
import { instant } from './instant.ts';

type Units = DecodeParameters['units'];

/** What commander makes of the flags about a recording. */
export interface RecordingFlags {
  readonly startedAt?: string;
  readonly horse?: string;
  readonly rider?: string;
  readonly type?: string;
  readonly surface?: string;
  readonly mount?: Mount;
  readonly with?: readonly string[];
  readonly invert?: true;
  readonly columns?: Readonly<Record<string, string>>;
  readonly units?: Units;
}

const channels: readonly string[] = channelNames;
const unitsOf: Readonly<Record<string, readonly string[]>> = unitNames;

/** Adds the flags that say what the file cannot say itself, and those that correct what is read from it. */
export function addRecordingFlags(command: Command): Command {
  return command
    .optionsGroup('About the ride:')
    .option('--horse <name>', 'name of the horse')
    .option('--rider <name>', 'name of the rider')
    .option('--type <name>', 'kind of session, such as dressage, hacking or lunge')
    .option('--surface <name>', 'footing, such as sand, grass or asphalt')
    .addOption(new Option('--mount <place>', 'where the sensor sat').choices(mountNames))
    .addOption(
      new Option('--started-at <time>', 'when it began, such as 2026-05-01T10:30:00+02:00').argParser(
        instant,
      ),
    )
    .option(
      '--with <file>',
      'heart rate or position recorded beside it (GPX, TCX, FIT, ...); may be given more than once',
      (file: string, others: readonly string[] = []) => [...others, file],
    )
    .optionsGroup('When a file is read wrongly:')
    .option('--invert', 'the device counts acceleration with the opposite sign')
    .addOption(
      new Option(
        '--columns <list>',
        'what the columns are called: t=NAME,ax=NAME,ay=NAME,az=NAME,gx=...',
      ).argParser(columnNames),
    )
    .addOption(
      new Option(
        '--units <list>',
        'time=s|ms|us|ns|iso, acc=g|mg|m/s2|counts, gyro=deg/s|rad/s|mdps|counts, comma between',
      ).argParser(units),
    );
}

export function settingsFrom(flags: RecordingFlags): AnalyseSettings {
  const { horse = null, type = null, surface = null, rider = null, mount = null } = flags;
  const context: SessionContext = { horse, type, surface, rider, mount };
  return {
    context,
    parameters: {
      invert: flags.invert ?? false,
      columns: { ...flags.columns },
      units: { ...flags.units },
      trim: null,
      corrections: null,
    },
    startedAt: flags.startedAt ?? null,
    companions: flags.with ?? [],
  };
}

function columnNames(list: string): Record<string, string> {
  const pairs = pairsOf(list);
  for (const channel of Object.keys(pairs)) {
    if (!channels.includes(channel)) {
      throw new InvalidArgumentError(`There is no channel "${channel}"; there are ${channels.join(', ')}.`);
    }
  }
  return pairs;
}

function units(list: string): Units {
  const pairs = pairsOf(list);
  for (const [quantity, unit] of Object.entries(pairs)) {
    const known = unitsOf[quantity];
    if (known === undefined) {
      throw new InvalidArgumentError(`"${quantity}" has no unit here; time, acc and gyro have.`);
    }
    if (!known.includes(unit)) {
      throw new InvalidArgumentError(`The unit of ${quantity} is one of ${known.join(', ')}, not "${unit}".`);
    }
  }
  return pairs as Units;
}

/** "a=x,b=y" to its pairs. A comma ends a value only where another "name=" follows: column names may hold commas. */
function pairsOf(list: string): Record<string, string> {
  const pairs = list.split(/,(?=\s*[a-z]+\s*=)/).map((pair) => {
    const [, name, value] = /^\s*([a-z]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    if (name === undefined || value === undefined || value === '') {
      throw new InvalidArgumentError(`"${pair}" is not of the form NAME=VALUE.`);
    }
    return [name, value] as const;
  });
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) {
    throw new InvalidArgumentError('A name is given twice.');
  }
  return Object.fromEntries(pairs);
}
