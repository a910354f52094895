/** What was looked at, how it is, and what to do about it. */
export interface Finding {
  /** Of what was looked at; stable, kebab-case. */
  readonly code: FindingCode;
  readonly severity: 'ok' | 'warning' | 'problem';
  /** In words. */
  readonly what: string;
  /** What to do; null when there is nothing to do. */
  readonly mend: string | null;
}

export type FindingCode =
  | 'sqlite'
  | 'folder'
  | 'access'
  | 'server'
  | 'space'
  | 'database'
  | 'relations'
  | 'version'
  | 'blobs'
  | 'blob-damaged'
  | 'blob-missing'
  | 'blobs-unused'
  | 'incoming';

export const ok = (code: FindingCode, what: string): Finding => ({ code, severity: 'ok', what, mend: null });

export const warning = (code: FindingCode, what: string, mend: string | null): Finding => ({
  code,
  severity: 'warning',
  what,
  mend,
});

export const problem = (code: FindingCode, what: string, mend: string): Finding => ({
  code,
  severity: 'problem',
  what,
  mend,
});

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A number of bytes for people, in powers of 1000. */
export function inBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
