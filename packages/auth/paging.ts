import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { afterNotValid } from './failures.ts';

/** `after` is where the page before ended, as `toPage` said. Lists are in the order they came to be, unless they say else. */
export interface PageRequested {
  readonly limit: number;
  readonly after: string | null;
}

/**
 * For `where`: what comes behind the page before. Ask for `limit + 1` rows, and give them to `toPage`. Fails as
 * `after-not-valid`.
 */
export function behind(request: PageRequested): RawBuilder<SqlBool> {
  const last = lastOf(request);
  return last === null ? sql<SqlBool>`true` : sql<SqlBool>`(created_at, id) > (${last.at}, ${last.id})`;
}

/** Likewise, for a list of what was used last first. */
export function usedBefore(request: PageRequested): RawBuilder<SqlBool> {
  const last = lastOf(request);
  return last === null ? sql<SqlBool>`true` : sql<SqlBool>`(last_used_at, id) < (${last.at}, ${last.id})`;
}

function lastOf({ after }: PageRequested): { readonly at: string; readonly id: string } | null {
  if (after === null) return null;
  const [, at, id] = cursor.exec(after) ?? [];
  if (at === undefined || id === undefined) throw afterNotValid();
  return { at, id };
}

const cursor = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([a-z2-7]{26})$/;

/** `by` names the column of instants that the list is ordered by. */
export function toPage<By extends string, Row extends Readonly<Record<'id' | By, string>>, Item>(
  rows: readonly Row[],
  { limit }: PageRequested,
  by: By,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(toItem), next: more ? `${last[by]}~${last.id}` : null };
}
