import type { Catalogue } from '../catalogue-type.ts';

export const report = {
  title: 'Rapport',
} satisfies Catalogue['report'];
