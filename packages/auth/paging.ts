import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { afterNotValid } from './failures.ts';

/** Lists are in the order they came to be; `after` is where the page before ended, as `toPage` said. */
export interface PageRequested {
  readonly limit: number;
  readonly after: string | null;
}

interface Listed {
  readonly id: string;
  readonly created_at: string;
}

/**
 * For `where`: what comes behind the page before. Ask for `limit + 1` rows, and give them to `toPage`. Fails as
 * `after-not-valid`.
 */
export function behind({ after }: PageRequested): RawBuilder<SqlBool> {
  if (after === null) return sql<SqlBool>`true`;
  const [, createdAt, id] = cursor.exec(after) ?? [];
  if (createdAt === undefined || id === undefined) throw afterNotValid();
  return sql<SqlBool>`(created_at, id) > (${createdAt}, ${id})`;
}

const cursor = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([a-z2-7]{26})$/;

export function toPage<Row extends Listed, Item>(
  rows: readonly Row[],
  { limit }: PageRequested,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(toItem), next: more ? `${last.created_at}~${last.id}` : null };
}
