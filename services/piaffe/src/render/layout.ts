import { cellsOf } from './style.ts';

/** Width of the headings at the left of a report. */
export const headingCells = 13;

export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}

export function padStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - cellsOf(text))) + text;
}

/** Lines no wider than `width`, broken between words; all but the first begin with `indent` spaces. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = width - (lines.length === 0 ? 0 : indent);
    if (line !== '' && cellsOf(longer) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.map((each, index) => (index === 0 ? each : ' '.repeat(indent) + each));
}

/** Parts on as few lines as they fit, `between` them; a part is never broken. */
export function flow(parts: readonly string[], width: number, between: string): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && cellsOf(last) + cellsOf(between) + cellsOf(part) <= width) {
      lines[lines.length - 1] = last + between + part;
    } else {
      lines.push(part);
    }
  }
  return lines;
}

/** A heading at the left and its lines beside it. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => padEnd(index === 0 ? heading : '', headingCells) + line);
}

const betweenColumns = '  ';

/**
 * Rows of cells in columns as wide as they need; the first column to the left, the others to the right. Columns beyond
 * `width` follow below, beside the first column again.
 */
export function columns(rows: readonly (readonly string[])[], width: number): string[] {
  const [first = [], ...others] = rows[0].map((_, column) => evenCells(rows, column));
  const blocks: string[][] = [];
  for (const column of others) {
    const beside = (lines: readonly string[]) =>
      lines.map((line, row) => line + betweenColumns + column[row]);
    const last = blocks.at(-1);
    const wider = last && beside(last);
    if (wider !== undefined && cellsOf(wider[0]) <= width) blocks[blocks.length - 1] = wider;
    else blocks.push(beside(first));
  }
  return blocks.flat();
}

/** One column of a table, its cells as wide as the widest of them. */
function evenCells(rows: readonly (readonly string[])[], column: number): string[] {
  const cells = rows.map((row) => row[column] ?? '');
  const widest = Math.max(...cells.map(cellsOf));
  return cells.map((cell) => (column === 0 ? padEnd : padStart)(cell, widest));
}
