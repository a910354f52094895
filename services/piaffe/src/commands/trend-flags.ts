import { eventKinds, type TrendEvent } from '@piaffe/trend/contract';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { instant } from './instant.ts';

export interface TrendFlags {
  readonly json?: true;
  readonly timeZone: string;
  readonly until?: string;
  readonly event: readonly TrendEvent[];
}

/** Adds the flags that say what the results cannot say themselves. */
export function addTrendFlags(command: Command): Command {
  return command
    .option('--json', 'print one JSON object (schema: contracts/trend.schema.json)')
    .addOption(
      new Option('--time-zone <name>', 'where days and weeks begin, such as Europe/Berlin')
        .default(Intl.DateTimeFormat().resolvedOptions().timeZone, 'that of this computer')
        .argParser(timeZone),
    )
    .addOption(
      new Option('--until <time>', 'leave out what is later: a date, or date and time with offset').argParser(
        (text) => instantOrDay(text, '23:59:59'),
      ),
    )
    .addOption(
      new Option(
        '--event <text>',
        `what happened to the horse: "DATE KIND TEXT", again for each; KIND is one of ${eventKinds.join(', ')}`,
      )
        .default([], 'none')
        .argParser((text, events: readonly TrendEvent[]) => [...events, event(text)]),
    );
}

function timeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('There is no such time zone; they are called like Europe/Berlin.');
  }
}

function event(text: string): TrendEvent {
  const [, at = '', kindName = '', rest = ''] = /^\s*(\S+)\s+(\S+)\s*(.*)$/s.exec(text) ?? [];
  const kind = eventKinds.find((each) => each === kindName);
  if (kind === undefined) {
    throw new InvalidArgumentError(
      `Write a date, one of ${eventKinds.join(', ')}, and a text: "2026-03-02 shoeing new shoes in front".`,
    );
  }
  if (rest.length > 1000) throw new InvalidArgumentError('The text is longer than 1000 characters.');
  return { at: instantOrDay(at, '12:00:00'), kind, text: rest.trim() };
}

/** A day alone means a time of it, in UTC. */
function instantOrDay(text: string, time: string): string {
  return instant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T${time}Z` : text);
}
