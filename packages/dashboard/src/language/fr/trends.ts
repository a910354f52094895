import type { Catalogue } from '../catalogue-type.ts';

export const trends = {
  title: 'Évolution',
} satisfies Catalogue['trends'];
