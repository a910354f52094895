import { chooseColumns } from '../choose-columns.ts';
import { type Layout, layoutOf } from '../layout.ts';
import type { DecodeOptions } from '../options.ts';
import type { Table } from '../text/table.ts';
import { STANDARD_GRAVITY } from '../units.ts';

const HEADER = /^timestamp \(ms\),x: \(m\/s\^2\),y: \(m\/s\^2\),z: \(m\/s\^2\)(?:,|$)/i;
const WHOLE = /^\d+$/;

/**
 * Movesense packets of acceleration as the maker's Showcase app writes them. On Android with a header, `Timestamp (ms)` and
 * `X: (m/s^2)`; on iOS without, and only the first row of a packet has its time, in ms. Null for anything else.
 */
export function recogniseMovesenseCsv(table: Table, options: DecodeOptions): Layout | null {
  if (table.header && HEADER.test(table.header.join()))
    return { ...chooseColumns(table, options), format: 'movesense-csv' };
  if (table.header || table.width !== 4 || options.columns || !isPackets(table)) return null;
  return {
    ...layoutOf('movesense-csv', { timeUnit: 'ms', accelerationUnit: 'm/s2', angularRateUnit: null }),
    holdsTime: true,
  };
}

function isPackets({ sample }: Table): boolean {
  const rows = sample.filter((row) => row.length === 4);
  const timed = rows.filter(([time]) => WHOLE.test(time!));
  const untimed = rows.filter(([time]) => time === '');
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = [1, 2, 3].map(
    (column) => rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length,
  );
  return (
    untimed.length > timed.length / 2 &&
    timed.length > 1 &&
    timed.length + untimed.length > 0.9 * sample.length &&
    Math.abs(Math.hypot(x, y, z) / STANDARD_GRAVITY - 1) < 0.3
  );
}
