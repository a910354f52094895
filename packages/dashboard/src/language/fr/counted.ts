const plural = new Intl.PluralRules('fr');
const number = new Intl.NumberFormat('fr-FR');

/** `1 foulée`, `1 204 foulées`. */
export function counted(count: number, one: string, other: string): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}
