/** What was looked at, how it is, and what to do about it. The same shape as storage's findings. */
export interface Finding {
  /** Of what was looked at; stable, kebab-case. */
  readonly code: string;
  readonly severity: 'ok' | 'warning' | 'problem';
  readonly what: string;
  /** What to do; null when there is nothing to do. */
  readonly mend: string | null;
}

export const ok = (code: string, what: string): Finding => ({ code, severity: 'ok', what, mend: null });

export const warning = (code: string, what: string, mend: string): Finding => ({
  code,
  severity: 'warning',
  what,
  mend,
});

export const problem = (code: string, what: string, mend: string): Finding => ({
  code,
  severity: 'problem',
  what,
  mend,
});
