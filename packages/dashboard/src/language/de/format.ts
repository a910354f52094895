import type { Catalogue } from '../catalogue-type.ts';

export const format = {
  units: {
    cm: 'cm',
    in: 'Zoll',
    m: 'm',
    ft: 'Fuß',
    km: 'km',
    mi: 'Meilen',
    'm/min': 'm/min',
    mph: 'mph',
    kg: 'kg',
    lb: 'lb',
  },
  bytes: ['B', 'kB', 'MB', 'GB'],
} satisfies Catalogue['format'];
