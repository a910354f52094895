export { toArrow } from './arrow.ts';
export { toCsv } from './csv.ts';
export type { Series, SeriesColumn } from './series.ts';
