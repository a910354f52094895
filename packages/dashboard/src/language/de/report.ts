import type { Catalogue } from '../catalogue-type.ts';

export const report = {
  title: 'Bericht',
} satisfies Catalogue['report'];
