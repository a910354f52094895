import type { Catalogue } from '../catalogue-type.ts';

export const format = {
  units: {
    cm: 'cm',
    in: 'po',
    m: 'm',
    ft: 'pi',
    km: 'km',
    mi: 'mi',
    'm/min': 'm/min',
    mph: 'mi/h',
    kg: 'kg',
    lb: 'lb',
  },
  bytes: ['o', 'ko', 'Mo', 'Go'],
} satisfies Catalogue['format'];
