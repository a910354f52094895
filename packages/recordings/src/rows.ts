import type { Columns } from './text/columns.ts';
import type { RawRows } from './text/read-table.ts';

/** Samples that did not come as lines of a text. */
export function rowsOf(columns: Columns): RawRows {
  return {
    ...columns,
    placeOf: (row) => `sample ${row + 1}`,
    unreadableCount: 0,
    firstUnreadableLine: 0,
    firstUnreadableCell: null,
    truncatedLine: 0,
    tornLine: 0,
    offsetMinutes: null,
  };
}
