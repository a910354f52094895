/** The extended result code of an SQLite error; null for any other error. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}

/** The low byte tells the family. */
export const primary = {
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADatabase: 26,
};

export function isPrimary(error: unknown, code: number): boolean {
  const found = sqliteCode(error);
  return found !== null && (found & 0xff) === code;
}

export const isBusy = (error: unknown) => isPrimary(error, primary.busy);
