import { checkLengths, type Series } from './series.ts';

/**
 * A series as the bytes of an Arrow IPC file, or stream: `time` and each column as Float64, with nulls; the unit of each in
 * the metadata of its field, under `unit`. The Arrow library is loaded at the first call, which takes about 0.1 s and 25 MB.
 * @throws RangeError when a column has not one value for each time
 */
export async function toArrow(series: Series, as: 'file' | 'stream' = 'file'): Promise<Uint8Array> {
  checkLengths(series);
  const { Field, Float64, makeData, RecordBatch, Schema, Struct, Table, tableToIPC } = await import(
    'apache-arrow'
  );
  const columns = [{ name: 'time', unit: 's', values: series.time }, ...series.columns];
  const fields = columns.map(
    ({ name, unit }, i) => new Field(name, new Float64(), i > 0, new Map([['unit', unit]])),
  );
  const children = columns.map(({ values }) => makeData({ type: new Float64(), ...float64(values) }));
  const data = makeData({ type: new Struct(fields), length: series.time.length, nullCount: 0, children });
  const schema = new Schema(fields);
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), as);
}

/** The numbers, the bit mask of those that are there (least significant bit first), and how many are not. */
export function float64(values: readonly (number | null)[]) {
  const data = new Float64Array(values.length);
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  for (const [i, value] of values.entries()) {
    if (value === null) nullCount++;
    else {
      data[i] = value;
      nullBitmap[i >> 3] |= 1 << (i & 7);
    }
  }
  return { length: values.length, data, nullBitmap, nullCount };
}
