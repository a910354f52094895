import type { Catalogue } from '../catalogue-type.ts';

export const administration = {
  title: 'Dieser Server',
} satisfies Catalogue['administration'];
