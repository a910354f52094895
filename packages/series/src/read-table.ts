/** A cell: text as it stands in the file, a number where the file has numbers, null where there is none. */
export type Cell = string | number | null;

/** A table that was read: its columns by name, all of one length, and how many rows there are. */
export interface ReadTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly Cell[]>;
}

/** A file that cannot be read as a table; the message is a sentence for people. */
export class TableNotReadable extends Error {
  override readonly name = 'TableNotReadable';
}
