import type { TrendAnswer } from '@piaffe/results';
import { harmless } from '../../harmless.ts';
import type { Terminal } from '../../terminal.ts';
import { footnotes } from '../footnotes.ts';
import { flow, headingCells, section, wrap } from '../layout.ts';
import { counted } from '../numbers.ts';
import { paintFor } from '../style.ts';
import { changesInTime, eventsInTime } from './changes.ts';
import { loadNow, weekTable } from './load.ts';
import { outOfRange } from './out-of-range.ts';
import { usualTable } from './usual-table.ts';

const whatSlopesAre =
  'Per week: how much it rises or falls, between comparable sessions. p: how often chance alone gives as much; below .05 ' +
  'is worth a look.';
const compared =
  'Sessions are compared when algorithm, type, surface, rider and mount are the same; usual is what lay in this ' +
  'horse’s own range before. No number here is a diagnosis.';
const whereToRead = "What each number means: docs/METRICS.md in Piaffe's folder";

/** The lines that tell a person about the sessions of a horse; an empty one ends them. */
export function trendReport(answer: TrendAnswer, horse: string | null, terminal: Terminal): string[] {
  const safe = withHarmlessText(answer);
  const paint = paintFor(terminal.colour);
  const heading = (text: string) => paint('bold', text);
  const width = terminal.width - headingCells;
  const notes = footnotes();
  const table = usualTable(safe, terminal.width, paint, notes);
  const changes = changesInTime(safe, width);
  const events = eventsInTime(safe, width);
  const lines = [
    heading(harmless(horse ?? 'A horse without a name')),
    ...flow(headerParts(safe), terminal.width, ' · '),
    ...groupLines(safe, terminal.width),
    '',
    ...section(heading('Out of range'), outOfRange(safe, width, paint)),
    '',
    heading('What is usual'),
    ...table,
    ...(table.length === 0 ? [] : wrap(whatSlopesAre, terminal.width).map((line) => paint('dim', line))),
    '',
    ...(changes.length === 0 ? [] : [...section(heading('Changes'), changes), '']),
    ...(events.length === 0 ? [] : [...section(heading('Events'), events), '']),
    heading('Weeks'),
    ...weekTable(safe, terminal.width, paint),
    '',
    ...section(heading('Load'), loadNow(safe, width, paint)),
    '',
    ...section(paint('error', 'REFUSED'), refusals(safe, width)),
    ...notes.lines().flatMap((note) => wrap(note, terminal.width, 2)),
    ...wrap(compared, terminal.width).map((line) => paint('dim', line)),
    paint('dim', whereToRead),
  ];
  return [...lines.map((line) => line.trimEnd()), ''];
}

function headerParts({ sessions, groups, algorithm }: TrendAnswer): string[] {
  const [first, last] = [sessions[0], sessions.at(-1)];
  return [
    counted(sessions.length, 'session'),
    ...(first && last ? [`${first.at.slice(0, 10)} to ${last.at.slice(0, 10)}`] : []),
    counted(groups.length, 'comparable group'),
    `${algorithm.name} ${algorithm.version}`,
  ];
}

/** The groups, the largest first. */
function groupLines({ groups }: TrendAnswer, width: number): string[] {
  return groups
    .toSorted((a, b) => b.sessions - a.sessions)
    .slice(0, 5)
    .flatMap(({ sessions, type, surface, rider, mount, algorithm }) => {
      const traits = [
        type,
        surface && `on ${surface}`,
        rider && `ridden by ${rider}`,
        mount && `sensor: ${mount}`,
      ];
      return wrap(`${sessions} x ${[...traits.filter((trait) => trait), algorithm].join(' · ')}`, width, 4);
    });
}

function refusals({ refused }: TrendAnswer, width: number): string[] {
  return refused.flatMap(({ file, entry, recording, problem }) => {
    const where = entry === null || entry === 1 ? file : `${file}, result ${entry}`;
    return wrap(`${where}${recording === null ? '' : ` (${recording})`}: ${problem.detail}`, width, 2);
  });
}

/** What a file says of itself must not steer the terminal. */
function withHarmlessText<T>(value: T): T {
  if (typeof value === 'string') return harmless(value) as T;
  if (Array.isArray(value)) return value.map(withHarmlessText) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withHarmlessText(each)])) as T;
}
