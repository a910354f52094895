import type { Catalogue } from '../catalogue-type.ts';

export const administration = {
  title: 'Ce serveur',
} satisfies Catalogue['administration'];
