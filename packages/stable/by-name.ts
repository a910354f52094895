import { type RawBuilder, sql } from 'kysely';
import { afterNotValid } from './after-not-valid.ts';

/** What a list by name needs to know of a row. */
export interface Named {
  readonly id: string;
  readonly sort_name: string;
}

/**
 * One page of a list ordered by name and, among equal names, by id. It begins behind the row that `after` names, so rows
 * that come or go meanwhile neither repeat nor hide others.
 */
export async function pageByName<Row extends Named, Item>(
  { limit, after }: { readonly limit: number; readonly after: string | null },
  find: (id: string) => Promise<Named | undefined>,
  rowsBehind: (last: Named | null, count: number) => Promise<readonly Row[]>,
  item: (row: Row) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const last = after === null ? null : await find(after);
  if (last === undefined) throw afterNotValid();
  const rows = await rowsBehind(last, limit + 1);
  const items = rows.slice(0, limit);
  return { items: items.map(item), next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The rows that a list by name has after this one. */
export function behind({ sort_name, id }: Named): RawBuilder<boolean> {
  return sql<boolean>`(sort_name, id) > (${sort_name}, ${id})`;
}
