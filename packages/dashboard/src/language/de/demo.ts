import type { Catalogue } from '../catalogue-type.ts';

export const demo = {
  title: 'Der Demostall',
} satisfies Catalogue['demo'];
