const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en-GB');

/** `1 stride`, `1,204 strides`. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}
