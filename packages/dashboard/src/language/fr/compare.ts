import type { Catalogue } from '../catalogue-type.ts';

export const compare = {
  title: 'Comparer deux séances',
} satisfies Catalogue['compare'];
