import { type Cell, type ReadTable, TableNotReadable } from './read-table.ts';

/**
 * Reads CSV after RFC 4180: the first line names the columns, an empty cell is null, everything else text. A unit behind a
 * name, as in `cadence (1/min)`, is left out.
 * @throws TableNotReadable when a row has not as many cells as the first
 */
export function csvToTable(text: string): ReadTable {
  const [header, ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  if (header === undefined) throw new TableNotReadable('There is nothing in the table.');
  const names = header.map((name) => name.trim().replace(/ \([^()]*\)$/, ''));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TableNotReadable(`The column "${twice}" is there twice.`);
  for (const [index, row] of rows.entries()) {
    if (row.length !== names.length)
      throw new TableNotReadable(
        `Row ${index + 1} has ${row.length} cells, and there are ${names.length} columns.`,
      );
  }
  const column = (at: number): Cell[] => rows.map((row) => (row[at] === '' ? null : row[at]!));
  return { rows: rows.length, columns: new Map(names.map((name, at) => [name, column(at)])) };
}

const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (cell.lastIndex = 0; cell.lastIndex < text.length || row.length > 0; ) {
    const at = cell.lastIndex;
    const [, quoted, plain = '', end] = cell.exec(text) ?? [];
    if (end === undefined) {
      const line = text.slice(0, at).split('\n').length;
      throw new TableNotReadable(`Line ${line} has a quotation mark where none may be.`);
    }
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
