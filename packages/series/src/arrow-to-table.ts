import { type Cell, type ReadTable, TableNotReadable } from './read-table.ts';

/**
 * Reads an Arrow IPC file or stream: text and numbers as they are, NaN as null, instants as ISO 8601 in UTC. The Arrow
 * library is loaded at the first call.
 * @throws TableNotReadable for what is no Arrow, and for times without a time zone
 */
export async function arrowToTable(bytes: Uint8Array): Promise<ReadTable> {
  const { tableFromIPC, DataType } = await import('apache-arrow');
  let table: ReturnType<typeof tableFromIPC>;
  try {
    table = tableFromIPC(bytes);
  } catch (error) {
    throw new TableNotReadable(`This is no whole Arrow file or stream: ${(error as Error).message}.`);
  }
  const columns = new Map<string, Cell[]>();
  for (const { name, type } of table.schema.fields) {
    const values = table.getChild(name);
    if (values === null) continue;
    const isInstant = DataType.isTimestamp(type);
    if (isInstant && !type.timezone)
      throw new TableNotReadable(
        `The times in the column "${name}" have no time zone; with pandas, tz_localize gives one.`,
      );
    columns.set(name.replace(/ \([^()]*\)$/, ''), Array.from(values, isInstant ? instantOf : cellOf));
  }
  return { rows: table.numRows, columns };
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  return value === null || value === undefined ? null : String(value);
}

/** Milliseconds since 1970. */
function instantOf(value: unknown): Cell {
  return value === null ? null : new Date(Number(value)).toISOString();
}
