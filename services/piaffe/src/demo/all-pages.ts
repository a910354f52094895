/** Every item of a list, page after page. */
export async function allPages<Item>(
  ask: (page: { readonly limit: number; readonly after: string | null }) => Promise<{
    readonly items: readonly Item[];
    readonly next: string | null;
  }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (let after: string | null = null; ; ) {
    const { items, next } = await ask({ limit: 200, after });
    all.push(...items);
    if (next === null) return all;
    after = next;
  }
}
