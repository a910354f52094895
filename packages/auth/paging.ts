import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Lists are in the order they came to be; `after` is where the page before ended, as `cursorOf` made it. */
export interface PageRequested {
  readonly limit: number;
  readonly after: string | null;
}

interface Listed {
  readonly id: string;
  readonly created_at: string;
}

/** For `where`: what comes behind the page before. Ask for `limit + 1` rows, and give them to `toPage`. */
export function behind({ after }: PageRequested): RawBuilder<SqlBool> {
  const [createdAt = '', id = ''] = (after ?? '').split('~');
  return sql<SqlBool>`(created_at, id) > (${createdAt}, ${id})`;
}

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
