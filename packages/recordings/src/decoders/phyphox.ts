import { chooseColumns } from '../choose-columns.ts';
import type { Layout } from '../layout.ts';
import { urgent } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import type { Table } from '../text/table.ts';

const TIME = /^(?:Time|Zeit|Temps|Tiempo|Tempo|Tijd) \(s\)$/;
const SENSOR = /^\p{L}[\p{L} ()]* [xyz] \((?:m\/s\^2|m\/s²|rad\/s)\)$/u;

/**
 * phyphox export: "Time (s)", then "Acceleration x (m/s^2)" or "Linear Acceleration x (m/s^2)", perhaps "Gyroscope x
 * (rad/s)", in the language of the phone; comma, semicolon or tab, decimal point or comma. Null for anything else.
 *
 * phyphox passes on the sign of the phone's system: an iPhone's acceleration has the opposite one, and nothing in
 * the file tells which phone it was.
 */
export function recognisePhyphox(table: Table, options: DecodeOptions): Layout | null {
  const header = table.header;
  if (!header || !TIME.test(header[0] ?? '') || header.filter((name) => SENSOR.test(name)).length < 3)
    return null;
  const columns = chooseColumns(table, options);
  const notes = [...columns.notes];
  if (!options.invert) {
    notes.push(
      urgent(
        'phyphox keeps the sign of the phone, taken as that of Android; if it was an iPhone, give --invert.',
      ),
    );
  }
  return { format: 'phyphox-csv', ...columns, notes };
}
