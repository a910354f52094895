/** Result codes of SQLite; the low byte of an extended code is one of these. */
export const primary = {
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
};

/** SQLITE_IOERR_READ and SQLITE_IOERR_SHORT_READ. */
const failedReads = [266, 522];

export function isPrimary(error: unknown, ...codes: readonly number[]): boolean {
  const code = extendedCode(error);
  return code !== null && codes.includes(code & 0xff);
}

export const isBusy = (error: unknown): boolean => isPrimary(error, primary.busy);

export const failedToWrite = (error: unknown): boolean =>
  isPrimary(error, primary.ioError) && !failedReads.includes(extendedCode(error) ?? 0);

function extendedCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}
