import type { en } from './en/index.ts';

/** What every language has to say: the keys of English, what its functions are given, and as many steps in each list. */
export type Catalogue = Said<typeof en>;

type Said<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Said<T[Key]> };
