/** The parameters that are not as usual, as `name: value`; empty when all are. */
export function parametersText(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .filter(([, value]) => !isUsual(value))
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('; ');
}

function isUsual(value: unknown): boolean {
  if (value === null || value === false) return true;
  if (Array.isArray(value)) return value.every(isUsual);
  return typeof value === 'object' && Object.keys(value).length === 0;
}
