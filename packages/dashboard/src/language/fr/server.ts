import type { Catalogue } from '../catalogue-type.ts';

export const server: Catalogue['server'] = { sentences: {}, problems: {} };
