import { locale } from '../language/language.ts';

/** What stands where a number is missing. */
export const dash = '–';

export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** A share from 0 to 1 as `42 %`; what is not quite nothing is not shown as nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  return `${Math.round(share * 100)} %`;
}

/** `12,345` */
export function whole(count: number): string {
  return count.toLocaleString(locale);
}

/** `812 B`, `4.6 MB`: thousands, as people's file managers count. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  return `${(count / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}
