import { words } from './words.ts';

/** What people usually say of a ride, as it is kept (in English) and as it is shown; anything else may be said too. */
export interface Suggestions {
  readonly shown: readonly string[];
  /** In the language of the pages, where there are words for it. */
  readonly show: (kept: string) => string;
  /** As it is kept, so that rides compare with each other in whatever language they were described. */
  readonly keep: (shown: string) => string;
}

export const rideTypes = suggestions(words.types);
export const surfaces = suggestions(words.surfaces);

function suggestions(known: Readonly<Record<string, string>>): Suggestions {
  const keptOf = new Map(Object.entries(known).map(([kept, shown]) => [shown, kept]));
  return {
    shown: Object.values(known),
    show: (kept) => (Object.hasOwn(known, kept) ? (known[kept] as string) : kept),
    keep: (shown) => keptOf.get(shown) ?? shown,
  };
}
