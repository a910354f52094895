import { type Entry, entryWithout } from '@piaffe/results';
import type { Cell, ReadTable } from '@piaffe/series';
import { timeMetricNames, trendMetricNames } from '@piaffe/trend/contract';

const contextNames = ['horse', 'type', 'surface', 'rider', 'mount'] as const;
/** In a row's own name, the first of these that is there. */
const idNames = ['session', 'id', 'file'] as const;
const startNames = ['startedAt', 'at'] as const;
const known: ReadonlySet<string> = new Set([
  ...[...contextNames, ...idNames, ...startNames, 'algorithm', 'sha256'],
  ...trendMetricNames.flatMap((name) => [
    name,
    ...[' quality', ' usual low', ' usual high'].map((end) => name + end),
  ]),
  ...timeMetricNames,
]);

/** What sessions are said to come from whose table does not say it; all of them are comparable. */
const defaultAlgorithm = 'table@1';

/**
 * The rows of a table of sessions, each as the result of an analysis: `startedAt` (or `at`), what makes sessions comparable
 * (`algorithm` as name@version, `type`, `surface`, `rider`, `mount`), and metrics by their path, with `<metric> quality`
 * where it is known. What a column is for that is none of these is told.
 */
export function tableEntries(name: string, { rows, columns }: ReadTable): readonly Entry[] {
  const metrics = [...trendMetricNames, ...timeMetricNames].filter((metric) => columns.has(metric));
  if (metrics.length === 0)
    return [
      entryWithout(
        name,
        'no-metrics',
        `There is no column of a metric in it, such as ${trendMetricNames[0]}.`,
      ),
    ];
  const unused = [...columns.keys()].filter((column) => !known.has(column));
  return [
    ...unused.map((column) => entryWithout(name, 'column-not-known', `The column "${column}" is not used.`)),
    ...Array.from({ length: rows }, (_, row) => entryOf(name, row, metrics, columns)),
  ];
}

function entryOf(
  file: string,
  row: number,
  metrics: readonly string[],
  columns: ReadTable['columns'],
): Entry {
  const entry = row + 1;
  const cell = (column: string): Cell => columns.get(column)?.[row] ?? null;
  const text = (...names: readonly string[]) => {
    const value = names.map(cell).find((each) => each !== null);
    return value === undefined || value === null ? null : String(value);
  };
  const found: Record<string, unknown> = {};
  for (const metric of metrics) {
    const value = numberIn(cell(metric));
    if (value === undefined) {
      const detail = `"${cell(metric)}" in the column ${metric} is no number.`;
      return { file, entry, value: null, problem: { code: 'not-a-number', detail } };
    }
    const quality = text(`${metric} quality`) ?? 'good';
    setAt(found, metric.split('.'), { value, quality: value === null ? 'none' : quality });
  }
  const algorithm = text('algorithm') ?? defaultAlgorithm;
  const at = algorithm.lastIndexOf('@');
  const value = {
    file: text(...idNames) ?? `row ${entry}`,
    recording: {
      sha256: text('sha256') ?? `row ${entry}`,
      startedAt: text(...startNames)?.replace(/^(\d{4}-\d\d-\d\d) /, '$1T') ?? null,
    },
    algorithm: { name: algorithm.slice(0, at), version: algorithm.slice(at + 1) },
    context: Object.fromEntries(contextNames.map((name) => [name, text(name)])),
    metrics: found,
  };
  return { file, entry, value, problem: null };
}

/** Undefined for what is neither a number nor nothing. */
function numberIn(cell: Cell): number | null | undefined {
  if (cell === null || typeof cell === 'number') return cell;
  if (/^(nan|null|none|na)$/i.test(cell.trim())) return null;
  const number = Number(cell);
  return cell.trim() !== '' && Number.isFinite(number) ? number : undefined;
}

function setAt(tree: Record<string, unknown>, [key, ...rest]: readonly string[], leaf: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    tree[key] = { ...(tree[key] as object | undefined), ...(leaf as object) };
    return;
  }
  tree[key] ??= {};
  setAt(tree[key] as Record<string, unknown>, rest, leaf);
}
