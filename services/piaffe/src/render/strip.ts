import { type Gait, gaitNames, type Rein, reinNames, type SessionResult } from '@piaffe/aggregation/contract';
import type { Terminal } from '../terminal.ts';
import { gaitDrawings, reinLetters } from './drawings.ts';
import { flow } from './layout.ts';
import { clock } from './numbers.ts';
import { timeStep } from './time-step.ts';

type Ride = Pick<SessionResult, 'segments' | 'reins' | 'recording' | 'jumps'>;

/** The ride from left to right, one cell per slice of time: jumps, gaits, under them reins and the time, then the legend. */
export function strip(ride: Ride, { width, colour }: Terminal): string[] {
  const seconds = ride.recording.durationSeconds;
  const gaits = slices(ride.segments, ({ gait }) => gait, seconds, width);
  const reins = slices(ride.reins, ({ rein }) => rein, seconds, width);
  const hasReins = ride.reins.length > 0;
  return [
    ...jumpMarks(ride, width),
    colour ? colouredGaits(gaits) : gaits.map((gait) => letterOf(gait)).join(''),
    ...(hasReins ? [reins.map((rein) => reinLetters[rein ?? 'none']).join('')] : []),
    timeAxis(seconds, width),
    ...legend(new Set(gaits), hasReins ? new Set(reins) : new Set(), ride.jumps.length > 0, width, colour),
  ];
}

/** A mark over each slice in which there is a jump; no line where there is none in the ride. */
function jumpMarks({ jumps, recording }: Ride, width: number): string[] {
  if (jumps.length === 0) return [];
  const cells = Array<string>(width).fill(' ');
  for (const { at } of jumps)
    cells[Math.min(width - 1, Math.floor((at / recording.durationSeconds) * width))] = '^';
  return [cells.join('')];
}

/** What fills most of each of `count` equal slices of time; null where nothing does. */
export function slices<S extends { readonly from: number; readonly to: number }, K>(
  segments: readonly S[],
  keyOf: (segment: S) => K,
  seconds: number,
  count: number,
): (K | null)[] {
  const slice = seconds / count;
  return Array.from({ length: count }, (_, index) => {
    const from = index * slice;
    const times = new Map<K, number>();
    for (const segment of segments) {
      const time = Math.min(segment.to, from + slice) - Math.max(segment.from, from);
      if (time > 0) times.set(keyOf(segment), (times.get(keyOf(segment)) ?? 0) + time);
    }
    const [most] = [...times].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? null;
  });
}

function letterOf(gait: Gait | null): string {
  return gait === null ? ' ' : gaitDrawings[gait].letter;
}

/** Runs of one gait in its colour, bearing its name where it fits and its letter where not: never colour alone. */
function colouredGaits(gaits: readonly (Gait | null)[]): string {
  const runs: { gait: Gait | null; cells: number }[] = [];
  for (const gait of gaits) {
    const last = runs.at(-1);
    if (last?.gait === gait) last.cells += 1;
    else runs.push({ gait, cells: 1 });
  }
  return runs.map(({ gait, cells }) => (gait === null ? ' '.repeat(cells) : onColour(gait, cells))).join('');
}

function onColour(gait: Gait, cells: number): string {
  const { letter, name, background } = gaitDrawings[gait];
  const label = name.length + 2 <= cells ? ` ${name}` : letter;
  return `\x1b[48;5;${background};38;5;16m${label.padEnd(cells)}\x1b[0m`;
}

const cellsPerMark = 12;

/** Round times under the cells where they fall. */
function timeAxis(seconds: number, width: number): string {
  const step = timeStep((seconds * cellsPerMark) / width);
  let line = '';
  for (let at = 0; at < seconds; at += step) {
    const mark = `|${clock(at)}`;
    const cell = Math.floor((at / seconds) * width);
    if (cell + mark.length <= width) line = line.padEnd(cell) + mark;
  }
  return line;
}

function legend(
  gaits: ReadonlySet<Gait | null>,
  reins: ReadonlySet<Rein | null>,
  hasJumps: boolean,
  width: number,
  colour: boolean,
): string[] {
  const ridden = gaitNames.filter((gait) => gaits.has(gait));
  const gaitParts = ridden.map((gait) => {
    const letter = colour ? onColour(gait, 1) : letterOf(gait);
    return `${letter} ${gaitDrawings[gait].name}`;
  });
  const reinParts = reinNames
    .filter((rein) => rein !== 'none' && reins.has(rein))
    .map((rein) => `${reinLetters[rein]} ${rein === 'straight' ? rein : `${rein} rein`}`);
  return flow([...gaitParts, ...reinParts, ...(hasJumps ? ['^ jump'] : [])], width, '   ');
}
