import type { Catalogue } from '../catalogue-type.ts';

export const settings = {
  title: 'Réglages',
} satisfies Catalogue['settings'];
