interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** All items of a list that comes in pages. */
export async function everyPage<Item>(
  ask: (after: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | undefined;
  do {
    const page = await ask(after);
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}
