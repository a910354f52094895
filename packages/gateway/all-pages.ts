interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const most = 200;

/** Every item of a list, page by page as they are used. */
export async function* allPages<Item>(
  pageAt: (request: { readonly limit: number; readonly after: string | null }) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, void> {
  let after: string | null = null;
  do {
    const { items, next }: Page<Item> = await pageAt({ limit: most, after });
    yield* items;
    after = next;
  } while (after !== null);
}
