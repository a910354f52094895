/** The value below which a share `q` of the values lies, the nearest one that was measured. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Prints a figure beside its goal; one that is missed ends the benchmark with 1. */
export function printFigure(
  name: string,
  value: number,
  { unit, atMost, note }: { readonly unit: string; readonly atMost?: number; readonly note: string },
): void {
  const shown = `${Number(value.toPrecision(3))} ${unit}`;
  const missed = atMost !== undefined && !(value <= atMost);
  const goal = atMost === undefined ? '' : ` (goal ${atMost} ${unit}: ${missed ? 'MISSED' : 'met'})`;
  console.log(`${name}: ${shown}${goal}; ${note}`);
  if (missed) process.exitCode = 1;
}
