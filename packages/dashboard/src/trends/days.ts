import { locale } from '../language/language.ts';

/** `2026-11-02` as `2 Nov`. A day is a day wherever one is. */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
