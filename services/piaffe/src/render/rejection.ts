import type { RejectedLine } from '@piaffe/results';
import type { Terminal } from '../terminal.ts';
import { headingCells, section, wrap } from './layout.ts';
import { paintFor } from './style.ts';

/** A file that was not analysed: its name, the code to look up, the sentence to act on. */
export function rejection({ file, problem }: RejectedLine, { width, colour }: Terminal): string[] {
  const paint = paintFor(colour);
  return [
    paint('bold', file),
    ...section(paint('error', 'NOT ANALYSED'), [problem.code, ...wrap(problem.detail, width - headingCells)]),
  ];
}
