export { toArrow } from './arrow.ts';
export { toCsv } from './csv.ts';
export type { Series, SeriesColumn } from './series.ts';
export type { Table, TableColumn } from './table.ts';
export { tableToArrow } from './table-to-arrow.ts';
export { tableToCsv } from './table-to-csv.ts';
