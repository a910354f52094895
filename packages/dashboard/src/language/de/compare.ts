import type { Catalogue } from '../catalogue-type.ts';

export const compare = {
  title: 'Zwei Ritte vergleichen',
} satisfies Catalogue['compare'];
