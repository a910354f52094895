import type { Catalogue } from '../catalogue-type.ts';

export const demo = {
  title: 'L’écurie de démonstration',
} satisfies Catalogue['demo'];
