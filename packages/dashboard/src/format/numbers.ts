import { catalogue } from '../language/catalogue.ts';
import { locale } from '../language/language.ts';

/** What stands where a number is missing. */
export const dash = '–';

/** With so many digits behind the point or comma, and a real minus. */
export function fixed(value: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  const text = new Intl.NumberFormat(locale, { ...options, signDisplay: 'negative' }).format(value);
  return text.replace('-', '−');
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
  const units = catalogue.format.bytes;
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  return `${fixed(count / 1000 ** power, power === 0 ? 0 : 1)} ${units[power]}`;
}
