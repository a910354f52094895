import type { AnalysedLine, AnalysisLine } from '@piaffe/results';
import { harmless } from '../harmless.ts';
import type { Terminal } from '../terminal.ts';
import { footnotes } from './footnotes.ts';
import { gaitTable } from './gait-table.ts';
import { heartRate } from './heart-rate.ts';
import { jumps } from './jumps.ts';
import { flow, headingCells, section, wrap } from './layout.ts';
import { metricCell, qualityLegend } from './metric-cell.ts';
import { missing } from './missing.ts';
import { position } from './position.ts';
import { recordingHeader } from './recording-header.ts';
import { recordingQuality } from './recording-quality.ts';
import { reinTable } from './rein-table.ts';
import { rejection } from './rejection.ts';
import { strip } from './strip.ts';
import { paintFor } from './style.ts';
import { symmetry } from './symmetry.ts';
import { transitions } from './transitions.ts';

const weights = 'minutes at walk x 1, trot x 2, canter and gallop x 3';
const whereToRead = "What each number means: docs/METRICS.md in Piaffe's folder";

/** The lines that tell a person about one file; an empty one ends them. */
export function report(line: AnalysisLine, terminal: Terminal): string[] {
  const safe = withHarmlessText(line);
  const lines = safe.status === 'rejected' ? rejection(safe, terminal) : analysis(safe, terminal);
  return [...lines.map((each) => each.trimEnd()), ''];
}

function analysis(line: AnalysedLine, terminal: Terminal): string[] {
  const paint = paintFor(terminal.colour);
  const heading = (text: string) => paint('bold', text);
  const dim = (text: string) => paint('dim', text);
  const width = terminal.width - headingCells;
  const notes = footnotes();
  const gaits = gaitTable(line.metrics.gaits, terminal.width, paint, notes);
  const reins = reinTable(line.metrics, terminal, paint, notes);
  const symmetryLines = symmetry(line, width, paint, notes);
  const changes = transitions(line, width, paint, notes);
  const jumpLines = jumps(line, width, paint, notes);
  const heartLines = heartRate(line.metrics.heartRate, width, paint, notes);
  const positionLines = position(line.metrics, width, paint, notes);
  const load = metricCell(line.metrics.load.gaitMinutes, 1, paint, notes, 'gait-minutes');
  return [
    heading(line.file),
    ...recordingHeader(line, terminal.width),
    '',
    ...strip(line, terminal),
    '',
    heading('Gaits'),
    ...gaits,
    '',
    ...section(heading('Reins'), reins),
    '',
    ...section(heading('Symmetry'), symmetryLines),
    '',
    ...section(heading('Transitions'), changes),
    ...section(heading('Jumps'), jumpLines),
    ...section(heading('Load'), [load, ...wrap(weights, width).map(dim)]),
    ...section(heading('Heart rate'), heartLines),
    ...section(heading('Distance'), positionLines),
    ...section(heading('Recording'), recordingQuality(line, width)),
    ...section(heading('Missing'), missing(line.metrics, width)),
    '',
    ...flow(['± spread from stride to stride', qualityLegend], terminal.width, '   ').map(dim),
    ...notes.lines().flatMap((note) => wrap(note, terminal.width, 2)),
    dim(whereToRead),
  ];
}

/** What a file says of itself must not steer the terminal. */
function withHarmlessText<T>(value: T): T {
  if (typeof value === 'string') return harmless(value) as T;
  if (Array.isArray(value)) return value.map(withHarmlessText) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withHarmlessText(each)])) as T;
}
