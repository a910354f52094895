export { toArrow } from './arrow.ts';
export { arrowToTable } from './arrow-to-table.ts';
export { toCsv } from './csv.ts';
export { csvToTable } from './csv-to-table.ts';
export { type Cell, type ReadTable, TableNotReadable } from './read-table.ts';
export type { Series, SeriesColumn } from './series.ts';
export type { Table, TableColumn } from './table.ts';
export { tableToArrow } from './table-to-arrow.ts';
export { tableToCsv } from './table-to-csv.ts';
