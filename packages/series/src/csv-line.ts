/** One line of CSV after RFC 4180, with its end. Empty where there is no value. */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? quoted(cell) : cell)).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
