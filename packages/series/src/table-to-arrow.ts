import { float64 } from './arrow.ts';
import { rowsIn, type Table } from './table.ts';

/**
 * A table as the bytes of an Arrow IPC file: numbers as Float64 with the unit in the metadata of the field, under `unit`;
 * text as Utf8; with nulls. The Arrow library is loaded at the first call, which takes about 0.1 s and 25 MB.
 * @throws RangeError when a column is not as long as the first
 */
export async function tableToArrow(table: Table): Promise<Uint8Array> {
  const length = rowsIn(table);
  const arrow = await import('apache-arrow');
  const { Field, Float64, makeData, RecordBatch, Schema, Struct, Utf8, vectorFromArray } = arrow;
  const fields = table.map(({ name, unit }) =>
    unit === null
      ? new Field(name, new Utf8(), true)
      : new Field(name, new Float64(), true, new Map([['unit', unit]])),
  );
  const children = table.map((column) =>
    column.unit === null
      ? vectorFromArray([...column.values], new Utf8()).data[0]!
      : makeData({ type: new Float64(), ...float64(column.values) }),
  );
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  const schema = new Schema(fields);
  return arrow.tableToIPC(new arrow.Table(schema, [new RecordBatch(schema, data)]), 'file');
}
