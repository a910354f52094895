const plural = new Intl.PluralRules('de');
const number = new Intl.NumberFormat('de-DE');

/** `1 Schritt`, `1.204 Schritte`. */
export function counted(count: number, one: string, other: string): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}
