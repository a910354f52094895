export const format = {
  units: {
    cm: 'cm',
    in: 'in',
    m: 'm',
    ft: 'ft',
    km: 'km',
    mi: 'mi',
    'm/min': 'm/min',
    mph: 'mph',
    kg: 'kg',
    lb: 'lb',
  },
  bytes: ['B', 'kB', 'MB', 'GB'],
};
