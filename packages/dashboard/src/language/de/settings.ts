import type { Catalogue } from '../catalogue-type.ts';

export const settings = {
  title: 'Einstellungen',
} satisfies Catalogue['settings'];
