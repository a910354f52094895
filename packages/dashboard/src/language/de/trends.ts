import type { Catalogue } from '../catalogue-type.ts';

export const trends = {
  title: 'Verlauf',
} satisfies Catalogue['trends'];
