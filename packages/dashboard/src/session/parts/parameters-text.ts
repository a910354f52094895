/** The parameters that are not as usual, as `name value`; empty when all are. */
export function parametersText(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .filter(([, value]) => !isUsual(value))
    .map(([name, value]) => (value === true ? name : `${name} ${textOf(value)}`))
    .join('; ');
}

function isUsual(value: unknown): boolean {
  if (value === null || value === false) return true;
  if (Array.isArray(value)) return value.every(isUsual);
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => (one === null ? '–' : textOf(one))).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([, part]) => !isUsual(part))
    .map(([name, part]) => `${name} ${textOf(part)}`)
    .join(' ');
}
